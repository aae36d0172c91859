import { and, asc, countDistinct, eq, gte, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { HourWord } from '$lib/domain/shifts/shift-hours';
import type { Database } from '../client';
import { accountClosures, accounts } from '../schema/people/accounts';
import { eventCancellations, events } from '../schema/events/events';
import { shiftHours } from '../schema/shifts/shift-hours';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { shiftColumns, eventUnits } from './shifts';

type Statement = BatchItem<'sqlite'>;

/** Rows of one list of waiting hours. */
const most = 100;

export const insertHours = (db: Database, word: typeof shiftHours.$inferInsert): Statement =>
	db.insert(shiftHours).values(word);

const word = { side: shiftHours.side, minutes: shiftHours.minutes, reason: shiftHours.reason };

/** A claim with its shift's span, its event's unit and all that was said of its hours, in order; null when there is none. */
export async function findServed(db: Database, claimId: string) {
	const [claims, words] = await db.batch([
		db
			.select({
				accountId: shiftClaims.accountId,
				isReleased: shiftClaims.isReleased,
				shiftId: shifts.id,
				startsAt: shifts.startsAt,
				endsAt: shifts.endsAt,
				eventId: events.id,
				unitId: events.unitId
			})
			.from(shiftClaims)
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.innerJoin(events, eq(events.id, shifts.eventId))
			.where(eq(shiftClaims.id, claimId)),
		db.select(word).from(shiftHours).where(eq(shiftHours.claimId, claimId)).orderBy(asc(shiftHours.seq))
	]);
	return claims[0] ? { ...claims[0], words } : null;
}

/** All that was said of the hours of an event's shifts, by claim, in order. */
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

/** The own shifts over at `now` (ms, UTC) on whose hours the two sides do not agree yet, oldest first, with what was said. */
export async function listUnsettled(db: Database, { accountId, now }: { accountId: string; now: number }) {
	const isMine = and(
		eq(shiftClaims.accountId, accountId),
		eq(shiftClaims.isReleased, false),
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
	const said = byClaim(words);
	return claims.map((claim) => ({ ...claim, words: said.get(claim.claimId) ?? [] }));
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

/** Shifts that began in a span (ms, UTC, up to and without its end) and whose minutes, more than none, both sides agree on; in order. */
export async function listConfirmedHours(
	db: Database,
	{ accountId, from, to }: { accountId: string; from: number; to: number }
) {
	return db
		.select({ ...shiftColumns, claimId: shiftClaims.id, minutes: sql<number>`${shiftClaims.confirmedMinutes}` })
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.where(
			and(
				eq(shiftClaims.accountId, accountId),
				eq(shiftClaims.isReleased, false),
				sql`${shiftClaims.confirmedMinutes} > 0`,
				gte(shifts.startsAt, from),
				lt(shifts.startsAt, to)
			)
		)
		.orderBy(asc(shifts.startsAt), asc(shifts.id));
}

/** The starts (ms, UTC) of the first and the last shift an account has confirmed hours of; null without any. */
export async function spanOfConfirmed(db: Database, accountId: string) {
	const rows = await db
		.select({
			first: sql<number | null>`min(${shifts.startsAt})`,
			last: sql<number | null>`max(${shifts.startsAt})`
		})
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.where(and(eq(shiftClaims.accountId, accountId), sql`${shiftClaims.confirmedMinutes} > 0`));
	const { first, last } = rows[0]!;
	return first === null || last === null ? null : { first, last };
}

/** The volunteers of `scope` with the shifts and minutes both sides agree on that began in a span (ms, UTC); names sealed. */
export async function listVolunteers(db: Database, { scope, from, to }: { scope: string; from: number; to: number }) {
	const counted = and(isNotNull(shifts.id), sql`${shiftClaims.confirmedMinutes} > 0`);
	return db
		.select({
			id: accounts.id,
			nameSealed: accounts.nameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			closedAt: accountClosures.at,
			times: sql<number>`count(case when ${counted} then 1 end)`,
			minutes: sql<number>`coalesce(sum(case when ${counted} then ${shiftClaims.confirmedMinutes} end), 0)`
		})
		.from(accounts)
		.innerJoin(units, eq(units.id, accounts.unitId))
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.leftJoin(shiftClaims, eq(shiftClaims.accountId, accounts.id))
		.leftJoin(shifts, and(eq(shifts.id, shiftClaims.shiftId), gte(shifts.startsAt, from), lt(shifts.startsAt, to)))
		.where(and(eq(accounts.role, 'volunteer'), withinUnit(accounts.unitId, scope)))
		.groupBy(accounts.id)
		.orderBy(asc(units.position), asc(accounts.username))
		.limit(500);
}

function byClaim(rows: (HourWord & { claimId: string })[]): Map<string, HourWord[]> {
	const said = new Map<string, HourWord[]>();
	for (const { claimId, ...word } of rows) said.set(claimId, [...(said.get(claimId) ?? []), word]);
	return said;
}
