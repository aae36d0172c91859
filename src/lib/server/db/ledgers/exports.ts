import { and, asc, eq, inArray, isNotNull, sql, type SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { isAfter, type RowKey } from '../keyset';
import { isAt, isOn } from '../in-period';
import { recordsOf, type FigureRecord } from '../figures/figure-records';
import { accounts } from '../schema/people/accounts';
import { activities } from '../schema/activities/activities';
import { auditEntries } from '../schema/audit/audit';
import { banquetOutcomes, banquets, dissuasions } from '../schema/banquets/banquets';
import { elders } from '../schema/birthdays/elders';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { pledgeRenewals, pledges, pledgeTexts, pledgeWithdrawals } from '../schema/pledges/pledges';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { signupCompanions, signupHelpers, signups } from '../schema/signups/signups';
import { householdCounts, units } from '../schema/units/units';
import { banquetsWithin } from '../banquets/counted-banquets';
import { withinUnit } from '../units/scope';

/**
 * Rows read at once. A file of any length is written slice by slice, so that other requests get their turn in between.
 */
const sliceSize = 500;

/** All rows of a list in the order of a key and an id, read slice by slice as they are asked for. */
async function* inSlices<Row extends RowKey>(read: (after: RowKey | null) => PromiseLike<Row[]>): AsyncGenerator<Row> {
	for (let after: RowKey | null = null; ;) {
		const rows: Row[] = await read(after);
		yield* rows;
		if (rows.length < sliceSize) return;
		const { key, id } = rows.at(-1)!;
		after = { key, id };
	}
}

const beyond = (key: SQLWrapper, id: SQLWrapper, after: RowKey | null) =>
	after === null ? undefined : isAfter(key, id, after);

const ofYear = (column: AnySQLiteColumn, year: number | null) =>
	year === null ? undefined : isOn(column, yearBounds(year));
const startedIn = (column: AnySQLiteColumn, year: number | null) =>
	year === null ? undefined : isAt(column, yearBounds(year));

interface Narrowed {
	/** The unit and all below it. */
	scope: string;
	year: number | null;
}

/** Banquets with their outcomes, by the planned day. */
export const eachBanquet = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({ key: banquets.plannedOn, id: banquets.id, banquet: banquets, outcome: banquetOutcomes })
			.from(banquets)
			.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
			.where(
				and(banquetsWithin(scope), ofYear(banquets.plannedOn, year), beyond(banquets.plannedOn, banquets.id, after))
			)
			.orderBy(asc(banquets.plannedOn), asc(banquets.id))
			.limit(sliceSize)
	);

/** Dissuasions with their banquets, by the day of the visit. */
export const eachDissuasion = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({ key: dissuasions.wentOn, id: dissuasions.id, dissuasion: dissuasions, banquet: banquets })
			.from(dissuasions)
			.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
			.where(
				and(banquetsWithin(scope), ofYear(dissuasions.wentOn, year), beyond(dissuasions.wentOn, dissuasions.id, after))
			)
			.orderBy(asc(dissuasions.wentOn), asc(dissuasions.id))
			.limit(sliceSize)
	);

/** Entries of the work ledger that were not removed, checked zeros too, by their day. */
export const eachActivity = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({ key: activities.doneOn, id: activities.id, activity: activities })
			.from(activities)
			.where(
				and(
					eq(activities.isRemoved, false),
					withinUnit(activities.unitId, scope),
					ofYear(activities.doneOn, year),
					beyond(activities.doneOn, activities.id, after)
				)
			)
			.orderBy(asc(activities.doneOn), asc(activities.id))
			.limit(sliceSize)
	);

/** Elders on the roll, by unit. */
export const eachElder = (db: Database, { scope }: Narrowed) =>
	inSlices((after) =>
		db
			.select({ key: elders.unitId, id: elders.id, elder: elders })
			.from(elders)
			.where(and(eq(elders.isGone, false), withinUnit(elders.unitId, scope), beyond(elders.unitId, elders.id, after)))
			.orderBy(asc(elders.unitId), asc(elders.id))
			.limit(sliceSize)
	);

/** Registered households, by the day from which they count. */
export const eachHouseholdCount = (db: Database, { scope }: Narrowed) =>
	inSlices((after) =>
		db
			.select({ key: householdCounts.fromOn, id: householdCounts.unitId, households: householdCounts.households })
			.from(householdCounts)
			.where(
				and(withinUnit(householdCounts.unitId, scope), beyond(householdCounts.fromOn, householdCounts.unitId, after))
			)
			.orderBy(asc(householdCounts.fromOn), asc(householdCounts.unitId))
			.limit(sliceSize)
	);

/**
 * Sign-ups that were not withdrawn, of one event or of all within the scope, with their companions and who signed them
 * up, in the order of their lines.
 */
export const eachSignup = (db: Database, { scope, year, eventId }: Narrowed & { eventId: string | null }) =>
	inSlices(async (after) => {
		const rows = await db
			.select({
				key: slots.startsAt,
				id: signups.id,
				signup: signups,
				event: { title: events.title },
				slot: { startsAt: slots.startsAt },
				helper: signupHelpers
			})
			.from(signups)
			.innerJoin(slots, eq(slots.id, signups.slotId))
			.innerJoin(events, eq(events.id, slots.eventId))
			.leftJoin(signupHelpers, eq(signupHelpers.signupId, signups.id))
			.where(
				and(
					withinUnit(events.unitId, scope),
					eventId === null ? startedIn(slots.startsAt, year) : eq(events.id, eventId),
					sql`${signups.place} <> 'withdrawn' and ${signups.nameSealed} <> 'erased'`,
					beyond(slots.startsAt, signups.id, after)
				)
			)
			.orderBy(asc(slots.startsAt), asc(signups.id))
			.limit(sliceSize);
		const companions = await db
			.select()
			.from(signupCompanions)
			.where(
				inArray(
					signupCompanions.signupId,
					rows.map(({ id }) => id)
				)
			)
			.orderBy(asc(signupCompanions.signupId), asc(signupCompanions.nth));
		return rows.map((row) => ({ ...row, companions: companions.filter(({ signupId }) => signupId === row.id) }));
	});

/** Pledges, withdrawn ones too, by the day of signature. */
export const eachPledge = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({
				key: pledges.signedOn,
				id: pledges.id,
				pledge: pledges,
				version: pledgeTexts.number,
				renewedOn: sql<string | null>`(select max(${pledgeRenewals.renewedOn}) from ${pledgeRenewals}
					where ${pledgeRenewals.pledgeId} = ${pledges.id})`,
				withdrawnOn: pledgeWithdrawals.withdrawnOn
			})
			.from(pledges)
			.innerJoin(pledgeTexts, eq(pledgeTexts.id, pledges.textId))
			.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
			.where(
				and(
					withinUnit(pledges.villageId, scope),
					ofYear(pledges.signedOn, year),
					beyond(pledges.signedOn, pledges.id, after)
				)
			)
			.orderBy(asc(pledges.signedOn), asc(pledges.id))
			.limit(sliceSize)
	);

/** Events that have a slot, by their start, with their results and how many have signed up. */
export const eachEvent = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({
				key: sql<number>`${events.startsAt}`,
				id: events.id,
				event: events,
				publishedAt: eventPublications.at,
				cancelledAt: eventCancellations.at,
				completion: eventCompletions,
				places: sql<
					number | null
				>`(select case when count(capacity) = count(*) then sum(capacity) end from slots where event_id = ${events.id})`,
				taken: sql<number>`(select coalesce(sum(taken), 0) from slots where event_id = ${events.id})`
			})
			.from(events)
			.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
			.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
			.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(
				and(
					isNotNull(events.startsAt),
					withinUnit(events.unitId, scope),
					startedIn(events.startsAt, year),
					beyond(events.startsAt, events.id, after)
				)
			)
			.orderBy(asc(events.startsAt), asc(events.id))
			.limit(sliceSize)
	);

/** Hours served on which both sides agree, of events within the scope, by the shift's start. */
export const eachServed = (db: Database, { scope, year }: Narrowed) =>
	inSlices((after) =>
		db
			.select({
				key: shifts.startsAt,
				id: shiftClaims.id,
				account: { id: accounts.id, nameSealed: accounts.nameSealed },
				event: { unitId: events.unitId, title: events.title },
				shift: { duty: shifts.duty, startsAt: shifts.startsAt, endsAt: shifts.endsAt },
				minutes: shiftClaims.confirmedMinutes
			})
			.from(shiftClaims)
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.innerJoin(events, eq(events.id, shifts.eventId))
			.innerJoin(accounts, eq(accounts.id, shiftClaims.accountId))
			.where(
				and(
					eq(shiftClaims.isReleased, false),
					isNotNull(shiftClaims.confirmedMinutes),
					withinUnit(events.unitId, scope),
					startedIn(shifts.startsAt, year),
					beyond(shifts.startsAt, shiftClaims.id, after)
				)
			)
			.orderBy(asc(shifts.startsAt), asc(shiftClaims.id))
			.limit(sliceSize)
	);

/** The records behind a figure, by their day. */
export function eachRecord(db: Database, scope: string, source: FigureSource, period: Period) {
	const all = recordsOf(db, scope, source, period).as('records');
	return inSlices<FigureRecord & RowKey>(async (after) =>
		(
			await db
				.select()
				.from(all)
				.where(beyond(all.on, all.id, after))
				.orderBy(asc(all.on), asc(all.id))
				.limit(sliceSize)
		).map((row) => ({ ...row, key: row.on }))
	);
}

/** The audit trail of units within the scope (with `isWhole` of no unit as well), the oldest first. */
export const eachAct = (db: Database, { scope, year, isWhole }: Narrowed & { isWhole: boolean }) =>
	inSlices((after) =>
		db
			.select({
				key: auditEntries.at,
				id: auditEntries.id,
				actorKind: auditEntries.actorKind,
				username: accounts.username,
				verb: auditEntries.verb,
				reason: auditEntries.reason,
				unitName: units.name,
				unitNameEn: units.nameEn
			})
			.from(auditEntries)
			.leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
			.leftJoin(units, eq(units.id, auditEntries.unitId))
			.where(
				and(
					isWhole
						? sql`(${auditEntries.unitId} is null or ${withinUnit(auditEntries.unitId, scope)})`
						: withinUnit(auditEntries.unitId, scope),
					startedIn(auditEntries.at, year),
					beyond(auditEntries.at, auditEntries.id, after)
				)
			)
			.orderBy(asc(auditEntries.at), asc(auditEntries.id))
			.limit(sliceSize)
	);
