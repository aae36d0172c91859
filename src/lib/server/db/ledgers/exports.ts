import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Database } from '../client';
import { recordsOf, type FigureRecord } from '../figures/figure-records';
import { auditEntries } from '../schema/audit/audit';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { accounts } from '../schema/people/accounts';
import { pledgeRenewals, pledges, pledgeTexts, pledgeWithdrawals } from '../schema/pledges/pledges';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';
import { withinReach } from '../units/scope';
import type { RowKey } from '../keyset';
import { beyond, inSlices, ofYear, sliceSize, startedIn, type Narrowed } from './in-slices';

/** Pledges, withdrawn ones too, by the day of signature. */
export const eachPledge = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({
				key: pledges.signedOn,
				id: pledges.id,
				pledge: {
					id: pledges.id,
					villageId: pledges.villageId,
					audience: pledges.audience,
					signedOn: pledges.signedOn,
					nameSealed: pledges.nameSealed,
					phoneSealed: pledges.phoneSealed,
					isOnPaper: pledges.isOnPaper
				},
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
					withinReach(pledges.villageId, reach),
					ofYear(pledges.signedOn, year),
					beyond(pledges.signedOn, pledges.id, after)
				)
			)
			.orderBy(asc(pledges.signedOn), asc(pledges.id))
			.limit(sliceSize)
	);

/** Events that have a slot, by their start, with their results and how many have signed up. */
export const eachEvent = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
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
					withinReach(events.unitId, reach),
					startedIn(events.startsAt, year),
					beyond(events.startsAt, events.id, after)
				)
			)
			.orderBy(asc(events.startsAt), asc(events.id))
			.limit(sliceSize)
	);

/** Hours served on which both sides agree, of events within the scope, by the shift's start. */
export const eachServed = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
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
					sql`${shiftClaims.isReleased} = 0`,
					isNotNull(shiftClaims.confirmedMinutes),
					withinReach(events.unitId, reach),
					startedIn(shifts.startsAt, year),
					beyond(shifts.startsAt, shiftClaims.id, after)
				)
			)
			.orderBy(asc(shifts.startsAt), asc(shiftClaims.id))
			.limit(sliceSize)
	);

/** The records behind a figure, by their day. */
export function eachRecord(db: Database, scope: string, source: FigureSource, period: Period) {
	return inSlices<FigureRecord & RowKey>(db, scope, async (reach, after) => {
		const all = recordsOf(db, source, period, { scope, reach }).as('records');
		const rows = await db
			.select()
			.from(all)
			.where(beyond(all.on, all.id, after))
			.orderBy(asc(all.on), asc(all.id))
			.limit(sliceSize);
		return rows.map((row) => ({ ...row, key: row.on }));
	});
}

/** The audit trail of units within the scope, the oldest first; with `isWhole`, where the scope is all there is, of no unit as well. */
export const eachAct = (db: Database, { scope, year, isWhole }: Narrowed & { isWhole: boolean }) =>
	inSlices(db, scope, (reach, after) =>
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
					isWhole ? undefined : withinReach(auditEntries.unitId, reach),
					startedIn(auditEntries.at, year),
					beyond(auditEntries.at, auditEntries.id, after)
				)
			)
			.orderBy(asc(auditEntries.at), asc(auditEntries.id))
			.limit(sliceSize)
	);
