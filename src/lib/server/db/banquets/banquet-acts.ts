import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { banquetAcknowledgements, banquetVisits, householdActs, hygieneNotices } from '../schema/banquets/banquet-acts';
import { banquets } from '../schema/banquets/banquets';

export function insertHouseholdAct(db: Database, act: typeof householdActs.$inferInsert): Statement {
	return db.insert(householdActs).values(act);
}

export function insertAcknowledgement(db: Database, seen: typeof banquetAcknowledgements.$inferInsert): Statement {
	return db.insert(banquetAcknowledgements).values(seen);
}

export function insertHygieneNotice(db: Database, notice: typeof hygieneNotices.$inferInsert): Statement {
	return db.insert(hygieneNotices).values(notice);
}

export function insertVisit(db: Database, visit: typeof banquetVisits.$inferInsert): Statement {
	return db.insert(banquetVisits).values(visit);
}

/** The visit, unless the same person's visit on that day is there already. */
export function insertVisitIfNone(db: Database, visit: typeof banquetVisits.$inferInsert): Statement {
	return db.insert(banquetVisits).values(visit).onConflictDoNothing();
}

export function updateVisit(db: Database, id: string, changes: { wentOn: string; noteSealed: string }): Statement {
	return db.update(banquetVisits).set(changes).where(eq(banquetVisits.id, id));
}

/** Moves the last visit of a banquet to another day. Nothing happens where visits have no rows. */
export function updateLastVisit(db: Database, banquetId: string, wentOn: string): Statement {
	const last = sql`(select id from banquet_visits where banquet_id = ${banquetId} order by went_on desc, at desc limit 1)`;
	return db.update(banquetVisits).set({ wentOn }).where(eq(banquetVisits.id, last));
}

/** A visit with the unit and the day of its banquet; null when there is none. */
export async function findVisit(db: Database, id: string) {
	const rows = await db
		.select({ visit: banquetVisits, unitId: banquets.unitId, plannedOn: banquets.plannedOn })
		.from(banquetVisits)
		.innerJoin(banquets, eq(banquets.id, banquetVisits.banquetId))
		.where(eq(banquetVisits.id, id));
	return rows[0] ?? null;
}

/** All visits about a banquet, oldest first, with who went (sealed). */
export async function listVisits(db: Database, banquetId: string) {
	return db
		.select({ visit: banquetVisits, visitor: { id: accounts.id, nameSealed: accounts.nameSealed } })
		.from(banquetVisits)
		.innerJoin(accounts, eq(accounts.id, banquetVisits.byId))
		.where(eq(banquetVisits.banquetId, banquetId))
		.orderBy(asc(banquetVisits.wentOn), asc(banquetVisits.at));
}

/** When the hygiene notice was handed over and by whom (sealed); null when it was not. */
export async function findHygieneNotice(db: Database, banquetId: string) {
	const rows = await db
		.select({ at: hygieneNotices.at, by: { id: accounts.id, nameSealed: accounts.nameSealed } })
		.from(hygieneNotices)
		.leftJoin(accounts, eq(accounts.id, hygieneNotices.byId))
		.where(eq(hygieneNotices.banquetId, banquetId));
	return rows[0] ?? null;
}

/** Whether the household declared the banquet itself and the office has recorded nothing about it. */
export const isOwnWord =
	sql<boolean>`exists (select 1 from ${householdActs} where ${householdActs.banquetId} = ${banquets.id}
	and ${householdActs.kind} = 'declared')`.mapWith(Boolean);
