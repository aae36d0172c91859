import { and, eq, type SQL, sql, sum } from 'drizzle-orm';
import type { Audience } from '$lib/domain/pledges/pledge';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { pledgeCounts, pledgeRenewals, pledges, pledgeTexts, pledgeWithdrawals } from '../schema/pledges/pledges';
import { units } from '../schema/units/units';
import { readReach, withinReach, type Reach } from '../units/scope';
import { ownTextId, textInForceOn } from './pledge-texts';

export type Pledge = typeof pledges.$inferSelect;

export function insertPledge(db: Database, pledge: typeof pledges.$inferInsert): Statement {
	return db.insert(pledges).values(pledge);
}

export function insertPledgeWithdrawal(db: Database, withdrawal: typeof pledgeWithdrawals.$inferInsert): Statement {
	return db.insert(pledgeWithdrawals).values(withdrawal);
}

export function insertPledgeRenewal(db: Database, renewal: typeof pledgeRenewals.$inferInsert): Statement {
	return db.insert(pledgeRenewals).values(renewal);
}

const villageColumns = { id: units.id, name: units.name, nameEn: units.nameEn };

/**
 * One pledge with its text in force, its village, the day it was last renewed and the day it was withdrawn; null when
 * there is none.
 */
export async function findPledge(db: Database, id: string) {
	const rows = await db
		.select({
			pledge: pledges,
			text: { id: pledgeTexts.id, number: pledgeTexts.number, title: pledgeTexts.title },
			village: villageColumns,
			renewedOn: pledgeRenewals.renewedOn,
			withdrawnOn: pledgeWithdrawals.withdrawnOn
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.leftJoin(pledgeRenewals, and(eq(pledgeRenewals.pledgeId, pledges.id), eq(pledgeRenewals.textId, pledgeTexts.id)))
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(eq(pledges.id, id));
	return rows[0] ?? null;
}

/** What the list may be narrowed to. */
export interface PledgeFilter {
	villageId?: string;
	audience?: Audience;
	isWithdrawn?: boolean;
	/** In force, but under an older text than the one in force on this day. */
	olderOn?: string;
}

/** Whether a text is not the one in force for its audience on a day. */
const isOlderThan = (textId: SQL, audience: SQL, on: string) => sql`${textId} <> ${textInForceOn(audience, on)}`;

const narrowed = (reach: Reach, { audience, isWithdrawn, olderOn }: PledgeFilter) =>
	and(
		withinReach(pledges.villageId, reach),
		audience ? eq(pledges.audience, audience) : undefined,
		isWithdrawn === undefined ? undefined : eq(pledges.isWithdrawn, isWithdrawn),
		olderOn === undefined
			? undefined
			: and(sql`${pledges.isWithdrawn} = 0`, isOlderThan(ownTextId, sql`pledges.audience`, olderOn))
	);

/** A page of pledges within `scope`, newest first. Out: the rows (names and phones sealed) and whether there are more either way. */
export async function listPledges(db: Database, scope: string, filter: PledgeFilter = {}, cursor?: Cursor) {
	const reach = await readReach(db, scope, filter.villageId);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: pledges.signedOn, id: pledges.id, direction: 'descending' });
	const rows = await db
		.select({
			pledge: pledges,
			number: pledgeTexts.number,
			village: villageColumns,
			withdrawnOn: pledgeWithdrawals.withdrawnOn
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(and(narrowed(reach, filter), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many pledges the filter leaves within `scope`. */
export async function countPledges(db: Database, scope: string, filter: PledgeFilter = {}): Promise<number> {
	const reach = await readReach(db, scope, filter.villageId);
	if (!reach) return 0;
	const { audience, isWithdrawn, olderOn } = filter;
	const isOlder =
		olderOn === undefined
			? undefined
			: isOlderThan(sql`${pledgeCounts.textId}`, sql`${pledgeCounts.audience}`, olderOn);
	const [sums] = await db
		.select({
			inForce: sum(pledgeCounts.inForce).mapWith(Number),
			withdrawn: sum(pledgeCounts.withdrawn).mapWith(Number)
		})
		.from(pledgeCounts)
		.where(and(withinReach(pledgeCounts.villageId, reach), audience && eq(pledgeCounts.audience, audience), isOlder));
	const { inForce, withdrawn } = { inForce: sums?.inForce ?? 0, withdrawn: sums?.withdrawn ?? 0 };
	if (isOlder) return isWithdrawn ? 0 : inForce;
	return isWithdrawn === undefined ? inForce + withdrawn : isWithdrawn ? withdrawn : inForce;
}

/** A household's pledge that is in force, by its telephone's index: when it signed, and whether under the text in force on the day. Null: none. */
export async function findPledgeInForce(db: Database, phoneIndex: string, onDate: string) {
	const rows = await db
		.select({
			id: pledges.id,
			signedOn: pledges.signedOn,
			number: pledgeTexts.number,
			isOlder: sql<boolean>`${pledgeTexts.id} <> ${textInForceOn('household', onDate)}`.mapWith(Boolean)
		})
		.from(pledges)
		.innerJoin(pledgeTexts, eq(pledgeTexts.id, ownTextId))
		.where(and(eq(pledges.phoneIndex, phoneIndex), eq(pledges.audience, 'household'), sql`${pledges.isWithdrawn} = 0`));
	return rows[0] ?? null;
}
