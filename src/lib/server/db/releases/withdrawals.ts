import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { accounts } from '../schema/people/accounts';
import type { FigureId } from '$lib/domain/figures/figure';
import type { WithdrawalEnd } from '$lib/domain/releases/release';
import { releaseWithdrawalConfirmations, releaseWithdrawalEnds, releaseWithdrawals } from '../schema/releases/releases';
import type { Statement } from '../statement';

export const insertReleaseWithdrawal = (db: Database, row: typeof releaseWithdrawals.$inferInsert): Statement =>
	db.insert(releaseWithdrawals).values(row);

export const insertReleaseWithdrawalConfirmation = (
	db: Database,
	row: typeof releaseWithdrawalConfirmations.$inferInsert
): Statement => db.insert(releaseWithdrawalConfirmations).values(row);

export const insertReleaseWithdrawalEnd = (db: Database, row: typeof releaseWithdrawalEnds.$inferInsert): Statement =>
	db.insert(releaseWithdrawalEnds).values(row);

export async function findReleaseWithdrawal(db: Database, id: string) {
	const rows = await db.select().from(releaseWithdrawals).where(eq(releaseWithdrawals.id, id));
	return rows[0] ?? null;
}

/** What was asked to be taken back of a unit's year, the latest first, with who asked (name sealed), whether it was confirmed, and how it ended without. */
export const listReleaseWithdrawals = (db: Database, unitId: string, year: number) =>
	db
		.select({
			withdrawal: releaseWithdrawals,
			by: { id: accounts.id, nameSealed: accounts.nameSealed },
			confirmedAt: sql<
				number | null
			>`(select c.at from release_withdrawal_confirmations c where c.withdrawal_id = ${releaseWithdrawals}.id)`,
			outcome: sql<WithdrawalEnd | null>`(select e.outcome from release_withdrawal_ends e where e.withdrawal_id = ${releaseWithdrawals}.id)`
		})
		.from(releaseWithdrawals)
		.innerJoin(accounts, eq(accounts.id, releaseWithdrawals.byId))
		.where(and(eq(releaseWithdrawals.unitId, unitId), eq(releaseWithdrawals.year, year)))
		.orderBy(desc(releaseWithdrawals.at));

/** A request to withdraw releases that waits for a second person, with a closing of its year to see it by. */
export interface WaitingWithdrawal {
	figure: FigureId;
	year: number;
	closingId: string;
	/** This account asked for it. */
	isOwn: number;
}

/** The requests that wait within a unit, the oldest first. */
export const listWaitingWithdrawals = (db: Database, unitId: string, accountId: string) =>
	db.all<WaitingWithdrawal>(sql`
		select w.figure, w.year, w.by_id = ${accountId} as isOwn, (select c.id from closings c where c.unit_id = w.unit_id
			and c.from_on >= w.year || '-01-01' and c.to_on <= w.year || '-12-31' order by c.to_on desc, c.from_on limit 1) as closingId
		from release_withdrawals w where w.unit_id = ${unitId}
			and not exists (select 1 from release_withdrawal_confirmations c where c.withdrawal_id = w.id)
			and not exists (select 1 from release_withdrawal_ends e where e.withdrawal_id = w.id)
		order by w.at`);
