import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { accounts } from '../schema/people/accounts';
import { releaseWithdrawalConfirmations, releaseWithdrawals } from '../schema/releases/releases';
import type { Statement } from '../statement';

export const insertReleaseWithdrawal = (db: Database, row: typeof releaseWithdrawals.$inferInsert): Statement =>
	db.insert(releaseWithdrawals).values(row);

export const insertReleaseWithdrawalConfirmation = (
	db: Database,
	row: typeof releaseWithdrawalConfirmations.$inferInsert
): Statement => db.insert(releaseWithdrawalConfirmations).values(row);

export async function findReleaseWithdrawal(db: Database, id: string) {
	const rows = await db.select().from(releaseWithdrawals).where(eq(releaseWithdrawals.id, id));
	return rows[0] ?? null;
}

/** What was asked to be taken back of a unit's year, the latest first, with who asked (name sealed) and whether it was confirmed. */
export const listReleaseWithdrawals = (db: Database, unitId: string, year: number) =>
	db
		.select({
			withdrawal: releaseWithdrawals,
			by: { id: accounts.id, nameSealed: accounts.nameSealed },
			confirmedAt: sql<
				number | null
			>`(select c.at from release_withdrawal_confirmations c where c.withdrawal_id = ${releaseWithdrawals}.id)`
		})
		.from(releaseWithdrawals)
		.innerJoin(accounts, eq(accounts.id, releaseWithdrawals.byId))
		.where(and(eq(releaseWithdrawals.unitId, unitId), eq(releaseWithdrawals.year, year)))
		.orderBy(desc(releaseWithdrawals.at));
