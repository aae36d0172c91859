import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { banquetOutcomes, banquets, dissuasions } from '../schema/banquets/banquets';
import { elders } from '../schema/birthdays/elders';
import { eventCancellations, eventPublications, events, slots } from '../schema/events/events';
import { signups } from '../schema/signups/signups';
import { householdCounts } from '../schema/units/units';
import { banquetsWithin } from '../banquets/counted-banquets';
import { withinUnit } from '../units/scope';

/** Banquets within a unit planned between two days (YYYY-MM-DD), names sealed, with their outcome. */
export async function listBanquetsBetween(db: Database, scope: string, fromOn: string, toOn: string) {
	return db
		.select({
			id: banquets.id,
			unitId: banquets.unitId,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			hostNameSealed: banquets.hostNameSealed,
			hostPhoneIndex: banquets.hostPhoneIndex,
			outcome: banquetOutcomes.outcome,
			isDissuaded: sql<number>`${dissuasions.id} is not null`
		})
		.from(banquets)
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.leftJoin(dissuasions, eq(dissuasions.banquetId, banquets.id))
		.where(and(banquetsWithin(scope), sql`${banquets.plannedOn} between ${fromOn} and ${toOn}`));
}

/** Entries of the work ledger in force on these days, with the months (YYYY-MM) of checked zeros. */
export async function listActivitiesOn(db: Database, scope: string, days: readonly string[]) {
	return db
		.select({
			id: activities.id,
			unitId: activities.unitId,
			kind: activities.kind,
			doneOn: activities.doneOn,
			subject: activities.subject
		})
		.from(activities)
		.where(
			and(
				withinUnit(activities.unitId, scope),
				eq(activities.isRemoved, false),
				sql`${activities.doneOn} in (select value from json_each(${JSON.stringify(days)}))`
			)
		);
}

/** All elders on the roll of a unit and all below it, names sealed. */
export async function listEldersByName(db: Database, scope: string) {
	return db
		.select({
			id: elders.id,
			unitId: elders.unitId,
			nameSealed: elders.nameSealed,
			personIndex: elders.personIndex
		})
		.from(elders)
		.where(and(withinUnit(elders.unitId, scope), eq(elders.isGone, false)));
}

/** All counts of households within a unit. */
export async function listHouseholdCountsWithin(db: Database, scope: string) {
	return db.select().from(householdCounts).where(withinUnit(householdCounts.unitId, scope));
}

/** Slots of published events within a unit that have these titles, with what a sign-up has to fit. */
export async function listSlotsTitled(db: Database, scope: string, titles: readonly string[]) {
	return db
		.select({
			id: slots.id,
			title: events.title,
			kind: events.kind,
			startsAt: slots.startsAt,
			capacity: slots.capacity,
			publishedAt: eventPublications.at,
			cancelledAt: eventCancellations.at
		})
		.from(slots)
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(and(withinUnit(events.unitId, scope), inArray(events.title, [...titles])));
}

/** Sign-ups in force for these slots: telephone indexes and sealed names. */
export async function listSignupsOf(db: Database, slotIds: readonly string[]) {
	return db
		.select({
			id: signups.id,
			slotId: signups.slotId,
			phoneIndex: signups.phoneIndex,
			nameSealed: signups.nameSealed
		})
		.from(signups)
		.where(and(inArray(signups.slotId, [...slotIds]), ne(signups.place, 'withdrawn')));
}
