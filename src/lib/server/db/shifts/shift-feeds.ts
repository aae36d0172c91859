import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accountClosures } from '../schema/people/accounts';
import { eventCancellations, events } from '../schema/events/events';
import { shiftFeedRevocations, shiftFeeds } from '../schema/shifts/shift-feeds';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { movesSinceTaken } from './shift-changes';
import { shiftColumns } from './shifts';
import { eventUnits } from './shifts';

/** The most shifts in one calendar; a volunteer never has so many ahead. */
const mostShifts = 500;

export const insertFeed = (db: Database, feed: Omit<typeof shiftFeeds.$inferInsert, 'isRevoked'>): Statement =>
	db.insert(shiftFeeds).values(feed);

/** Revokes whatever address of the account is in force. */
export const insertFeedRevocation = (
	db: Database,
	{ accountId, at, byId }: { accountId: string; at: number; byId: string }
): Statement =>
	db
		.insert(shiftFeedRevocations)
		.select(sql`select id, ${at}, ${byId} from shift_feeds where account_id = ${accountId} and is_revoked = 0`);

/** The account's address in force: since when (ms, UTC); null when there is none. */
export async function findFeedOf(db: Database, accountId: string) {
	const rows = await db
		.select({ id: shiftFeeds.id, at: shiftFeeds.at })
		.from(shiftFeeds)
		.where(and(eq(shiftFeeds.accountId, accountId), sql`${shiftFeeds.isRevoked} = 0`));
	return rows[0] ?? null;
}

/** Whose calendar this token's hash opens; null when it is unknown or revoked, or the account closed. */
export async function findFeedHolder(db: Database, tokenHash: string): Promise<string | null> {
	const rows = await db
		.select({ accountId: shiftFeeds.accountId })
		.from(shiftFeeds)
		.leftJoin(accountClosures, eq(accountClosures.accountId, shiftFeeds.accountId))
		.where(
			and(eq(shiftFeeds.tokenHash, tokenHash), sql`${shiftFeeds.isRevoked} = 0`, isNull(accountClosures.accountId))
		);
	return rows[0]?.accountId ?? null;
}

/** An account's shifts that end after an instant (ms, UTC), soonest first; those of a cancelled event carry `cancelledAt`. */
export async function listShiftsSince(db: Database, accountId: string, since: number) {
	return db
		.select({
			...shiftColumns,
			claimId: shiftClaims.id,
			claimedAt: shiftClaims.at,
			cancelledAt: eventCancellations.at,
			...movesSinceTaken
		})
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(and(eq(shiftClaims.accountId, accountId), sql`${shiftClaims.isReleased} = 0`, gt(shifts.endsAt, since)))
		.orderBy(asc(shifts.startsAt), asc(shifts.id))
		.limit(mostShifts);
}
