import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { DonationResult } from '$lib/domain/blood/donation-result';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { donationRemovals, donations } from '../schema/blood/donations';
import { slots } from '../schema/events/events';
import { signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';

type Row = Pick<typeof donations.$inferSelect, 'outcome' | 'kind' | 'millilitres' | 'units' | 'isFirst'>;

const columnsOf = (result: DonationResult): Row =>
	result.outcome === 'deferred'
		? { outcome: 'deferred', kind: null, millilitres: null, units: null, isFirst: null }
		: {
				outcome: 'donated',
				kind: result.kind,
				isFirst: result.isFirst,
				millilitres: result.kind === 'whole-blood' ? result.amount : null,
				units: result.kind === 'platelets' ? result.amount : null
			};

/** The result that a row of `donations` holds. */
export function resultOf({ outcome, kind, millilitres, units, isFirst }: Row): DonationResult {
	if (outcome === 'deferred') return { outcome };
	return { outcome, kind: kind!, amount: (millilitres ?? units)!, isFirst: isFirst! };
}

export const insertDonation = (
	db: Database,
	donation: { id: string; eventId: string; signupId: string | null; at: number; byId: string | null },
	result: DonationResult
): Statement => db.insert(donations).values({ ...donation, ...columnsOf(result) });

export const updateDonation = (db: Database, id: string, result: DonationResult): Statement =>
	db.update(donations).set(columnsOf(result)).where(eq(donations.id, id));

export const insertDonationRemoval = (db: Database, removal: typeof donationRemovals.$inferInsert): Statement =>
	db.insert(donationRemovals).values(removal);

const result = {
	id: donations.id,
	signupId: donations.signupId,
	outcome: donations.outcome,
	kind: donations.kind,
	millilitres: donations.millilitres,
	units: donations.units,
	isFirst: donations.isFirst
};

/** The results in force of a drive, in the order they were written. */
export async function listDonations(db: Database, eventId: string) {
	const rows = await db
		.select(result)
		.from(donations)
		.where(and(eq(donations.eventId, eventId), sql`${donations.isRemoved} = 0`))
		.orderBy(asc(donations.at), asc(donations.id));
	return rows.map(({ id, signupId, ...row }) => ({ id, signupId, result: resultOf(row) }));
}

/** The result in force of one sign-up; null while there is none. */
export async function findDonation(db: Database, signupId: string) {
	const rows = await db
		.select(result)
		.from(donations)
		.where(and(eq(donations.signupId, signupId), sql`${donations.isRemoved} = 0`));
	return rows[0] ? { id: rows[0].id, result: resultOf(rows[0]) } : null;
}

/**
 * All people in force on the lists of a drive, by slot and arrival: whether they came, or were recorded as not come.
 * Names sealed.
 */
export async function listDonors(db: Database, eventId: string) {
	return db
		.select({
			id: signups.id,
			nameSealed: signups.nameSealed,
			origin: signups.origin,
			status: signups.status,
			villageName: units.name,
			villageNameEn: units.nameEn,
			startsAt: slots.startsAt,
			endsAt: slots.endsAt,
			hasCome:
				sql<number>`exists (select 1 from check_in_people where signup_id = signups.id and is_undone = 0)`.mapWith(
					Boolean
				),
			isNoShow: sql<number>`exists (select 1 from no_shows where signup_id = signups.id and is_ended = 0)`.mapWith(
				Boolean
			)
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.leftJoin(units, eq(units.id, signups.villageId))
		.where(and(eq(slots.eventId, eventId), ne(signups.status, 'withdrawn')))
		.orderBy(asc(slots.startsAt), asc(slots.id), asc(signups.seq));
}
