// The hours served at the shifts of an event.
import { and, asc, countDistinct, eq, isNull, lte, sql } from 'drizzle-orm';
import type { HourWord } from '$lib/domain/shifts/shift-hours';
import type { Database } from '../client';
import { eventCancellations, events } from '../schema/events/events';
import { shiftHours } from '../schema/shifts/shift-hours';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { shiftColumns } from './shifts';
import { eventUnits } from './shifts';
import { word } from './shift-hours';

/** Rows of one list of waiting hours. */
const most = 100;

/** All that was stated of the hours of an event's shifts, by claim, in order. */
export async function listHoursOfEvent(db: Database, eventId: string): Promise<Map<string, HourWord[]>> {
	const rows = await db
		.select({ claimId: shiftHours.claimId, ...word })
		.from(shiftHours)
		.innerJoin(shiftClaims, eq(shiftClaims.id, shiftHours.claimId))
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.where(eq(shifts.eventId, eventId))
		.orderBy(asc(shiftHours.claimId), asc(shiftHours.seq));
	return byClaim(rows);
}

/** The own shifts over at `now` (ms, UTC) on whose hours the two sides do not agree yet, oldest first, with what was stated. */
export async function listUnsettled(db: Database, { accountId, now }: { accountId: string; now: number }) {
	const isMine = and(
		eq(shiftClaims.accountId, accountId),
		sql`${shiftClaims.isReleased} = 0`,
		isNull(shiftClaims.confirmedMinutes),
		lte(shifts.endsAt, now)
	);
	const [claims, words] = await db.batch([
		db
			.select({ ...shiftColumns, claimId: shiftClaims.id })
			.from(shiftClaims)
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.innerJoin(events, eq(events.id, shifts.eventId))
			.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
			.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
			.where(and(isMine, isNull(eventCancellations.at)))
			.orderBy(asc(shifts.endsAt), asc(shifts.id))
			.limit(most),
		db
			.select({ claimId: shiftHours.claimId, ...word })
			.from(shiftHours)
			.innerJoin(shiftClaims, eq(shiftClaims.id, shiftHours.claimId))
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.where(isMine)
			.orderBy(asc(shiftHours.claimId), asc(shiftHours.seq))
	]);
	const wordsOf = byClaim(words);
	return claims.map((claim) => ({ ...claim, words: wordsOf.get(claim.claimId) ?? [] }));
}

/** Claims on which the volunteer spoke last and the organiser has not agreed: `isWaiting`, for `shift_claims`. */
export const waitsForOrganiser = sql`${shiftClaims.confirmedMinutes} is null and 'volunteer' = (
	select side from shift_hours as last where last.claim_id = ${shiftClaims.id} order by last.seq desc limit 1)`;

/**
 * Events within `scope` with hours that wait for the organiser, the oldest first, and how many volunteers' they are.
 */
export async function listEventsWithHours(db: Database, scope: string) {
	return db
		.select({
			id: events.id,
			title: events.title,
			startsAt: events.startsAt,
			unitName: units.name,
			unitNameEn: units.nameEn,
			waiting: countDistinct(shiftClaims.id)
		})
		.from(shiftHours)
		.innerJoin(shiftClaims, eq(shiftClaims.id, shiftHours.claimId))
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(units, eq(units.id, events.unitId))
		.where(and(withinUnit(events.unitId, scope), waitsForOrganiser))
		.groupBy(events.id)
		.orderBy(asc(events.startsAt), asc(events.id))
		.limit(most);
}

/** How many volunteers' hours wait for the organiser within `scope`. */
export async function countWaitingHours(db: Database, scope: string): Promise<number> {
	const rows = await db
		.select({ waiting: countDistinct(shiftClaims.id) })
		.from(shiftHours)
		.innerJoin(shiftClaims, eq(shiftClaims.id, shiftHours.claimId))
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.where(and(withinUnit(events.unitId, scope), waitsForOrganiser));
	return rows[0]!.waiting;
}

function byClaim(rows: (HourWord & { claimId: string })[]): Map<string, HourWord[]> {
	const words = new Map<string, HourWord[]>();
	for (const { claimId, ...word } of rows) words.set(claimId, [...(words.get(claimId) ?? []), word]);
	return words;
}
