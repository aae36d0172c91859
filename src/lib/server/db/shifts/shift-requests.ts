import { and, asc, eq, getTableColumns, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../client';
import { accountClosures, accounts } from '../schema/people/accounts';
import { eventCancellations, events } from '../schema/events/events';
import { shiftAnswers, shiftRequests } from '../schema/shifts/shift-requests';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';
import { shiftColumns } from './shifts';
import { eventUnits } from './shifts';
import { townOf } from './within-town';
import type { Statement } from '../statement';

/** Names in one list; a town has fewer volunteers. */
const mostColleagues = 500;

const wantedClaims = alias(shiftClaims, 'wanted_claims');
const wantedShifts = alias(shifts, 'wanted_shifts');
const wantedEvents = alias(events, 'wanted_events');
const wantedCancellations = alias(eventCancellations, 'wanted_cancellations');
const askers = alias(accounts, 'askers');
const asked = alias(accounts, 'asked');

/** The shift that the asker would get in exchange; without values where nothing is wanted. */
const wanted = {
	id: wantedShifts.id,
	eventId: wantedShifts.eventId,
	title: wantedEvents.title,
	place: wantedEvents.place,
	duty: wantedShifts.duty,
	startsAt: wantedShifts.startsAt,
	endsAt: wantedShifts.endsAt
};

export const insertRequest = (db: Database, request: Omit<typeof shiftRequests.$inferInsert, 'isOpen'>): Statement =>
	db.insert(shiftRequests).values(request);

export const insertAnswer = (db: Database, answer: typeof shiftAnswers.$inferInsert): Statement =>
	db.insert(shiftAnswers).values(answer);

/** A request with the shifts it moves and the unit of the asker's; null when there is none. */
export async function findRequest(db: Database, id: string) {
	const rows = await db
		.select({
			...getTableColumns(shiftRequests),
			shiftId: shiftClaims.shiftId,
			wantedShiftId: wantedClaims.shiftId,
			unitId: events.unitId
		})
		.from(shiftRequests)
		.innerJoin(shiftClaims, eq(shiftClaims.id, shiftRequests.claimId))
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.leftJoin(wantedClaims, eq(wantedClaims.id, shiftRequests.wantedClaimId))
		.where(eq(shiftRequests.id, id));
	return rows[0] ?? null;
}

/**
 * The requests of and to an account that can still be answered at `now` (ms, UTC; domain `isRequestLive`), soonest shift first,
 * names sealed. `shift` is the asker's, `wanted` the one asked for in exchange.
 */
export async function listLiveRequests(db: Database, { accountId, now }: { accountId: string; now: number }) {
	const rows = await db
		.select({
			id: shiftRequests.id,
			claimId: shiftRequests.claimId,
			isOwn: sql<boolean>`${shiftRequests.byId} = ${accountId}`.mapWith(Boolean),
			from: { id: askers.id, nameSealed: askers.nameSealed },
			to: { id: asked.id, nameSealed: asked.nameSealed },
			shift: shiftColumns,
			wanted
		})
		.from(shiftRequests)
		.innerJoin(askers, eq(askers.id, shiftRequests.byId))
		.innerJoin(asked, eq(asked.id, shiftRequests.toId))
		.innerJoin(shiftClaims, eq(shiftClaims.id, shiftRequests.claimId))
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(wantedClaims, eq(wantedClaims.id, shiftRequests.wantedClaimId))
		.leftJoin(wantedShifts, eq(wantedShifts.id, wantedClaims.shiftId))
		.leftJoin(wantedEvents, eq(wantedEvents.id, wantedShifts.eventId))
		.leftJoin(wantedCancellations, eq(wantedCancellations.eventId, wantedEvents.id))
		.where(
			and(
				or(eq(shiftRequests.byId, accountId), eq(shiftRequests.toId, accountId)),
				sql`${shiftRequests.isOpen} = 1`,
				gt(shifts.startsAt, now),
				or(isNull(wantedShifts.startsAt), gt(wantedShifts.startsAt, now)),
				isNull(eventCancellations.at),
				isNull(wantedCancellations.at)
			)
		)
		.orderBy(asc(shifts.startsAt), asc(shiftRequests.id));
	return rows.map(({ wanted, ...request }) => ({ ...request, wanted: wanted.id === null ? null : (wanted as Wanted) }));
}

/** All of it is there, or nothing: the joins go together. */
type Wanted = { [K in keyof typeof wanted]: NonNullable<(typeof wanted)[K]['_']['data']> };

/** The volunteers of the town of `unitId` whose accounts are open, but for `exceptId`; names sealed. */
export async function listColleagues(db: Database, { unitId, exceptId }: { unitId: string; exceptId: string }) {
	return db
		.select({ id: accounts.id, nameSealed: accounts.nameSealed, unitName: units.name, unitNameEn: units.nameEn })
		.from(accounts)
		.innerJoin(units, eq(units.id, accounts.unitId))
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.where(
			and(
				eq(accounts.role, 'volunteer'),
				ne(accounts.id, exceptId),
				isNull(accountClosures.at),
				sql`${accounts.unitId} in (select descendant_id from unit_closure where ancestor_id = ${townOf(unitId)})`
			)
		)
		.orderBy(asc(accounts.username))
		.limit(mostColleagues);
}
