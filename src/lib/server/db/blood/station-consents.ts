import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { donorChecks } from '../schema/blood/donor-checks';
import { stationConsents, stationConsentWithdrawals } from '../schema/blood/station-consents';
import { slots } from '../schema/events/events';
import { signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';

export const insertStationConsent = (db: Database, consent: typeof stationConsents.$inferInsert): Statement =>
	db.insert(stationConsents).values(consent);

export const insertConsentWithdrawal = (
	db: Database,
	withdrawal: typeof stationConsentWithdrawals.$inferInsert
): Statement => db.insert(stationConsentWithdrawals).values(withdrawal);

/** The consent in force of a sign-up; null when there is none. */
export async function findStationConsent(db: Database, signupId: string) {
	const rows = await db
		.select({ id: stationConsents.id, at: stationConsents.at })
		.from(stationConsents)
		.where(and(eq(stationConsents.signupId, signupId), sql`${stationConsents.isWithdrawn} = 0`));
	return rows[0] ?? null;
}

/**
 * People with a place at the drive who agree to be on the station's list, by slot and arrival; personal fields sealed.
 */
export async function listConsenting(db: Database, eventId: string) {
	return db
		.select({
			id: signups.id,
			nameSealed: signups.nameSealed,
			phoneSealed: signups.phoneSealed,
			villageName: units.name,
			startsAt: slots.startsAt,
			endsAt: slots.endsAt,
			outcome: donorChecks.outcome
		})
		.from(stationConsents)
		.innerJoin(signups, eq(signups.id, stationConsents.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.leftJoin(units, eq(units.id, signups.villageId))
		.leftJoin(donorChecks, eq(donorChecks.signupId, signups.id))
		.where(and(eq(slots.eventId, eventId), eq(signups.status, 'confirmed'), sql`${stationConsents.isWithdrawn} = 0`))
		.orderBy(asc(slots.startsAt), asc(signups.seq));
}
