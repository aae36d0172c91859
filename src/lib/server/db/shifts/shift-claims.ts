import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { events } from '../schema/events/events';
import { shiftClaims, shiftReleases, shifts } from '../schema/shifts/shifts';

/** A claim with its shift and the unit of the event; null when there is none. */
export async function findClaim(db: Database, id: string) {
	const rows = await db
		.select({ ...getTableColumns(shiftClaims), eventId: shifts.eventId, unitId: events.unitId })
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.where(eq(shiftClaims.id, id));
	return rows[0] ?? null;
}

/** The accounts that have taken a shift. */
export async function listHolders(db: Database, shiftId: string): Promise<string[]> {
	const rows = await db
		.select({ accountId: shiftClaims.accountId })
		.from(shiftClaims)
		.where(and(eq(shiftClaims.shiftId, shiftId), sql`${shiftClaims.isReleased} = 0`));
	return rows.map(({ accountId }) => accountId);
}

export const insertClaim = (
	db: Database,
	claim: Omit<typeof shiftClaims.$inferInsert, 'isReleased' | 'confirmedMinutes'>
): Statement => db.insert(shiftClaims).values(claim);

export const insertRelease = (db: Database, release: typeof shiftReleases.$inferInsert): Statement =>
	db.insert(shiftReleases).values(release);
