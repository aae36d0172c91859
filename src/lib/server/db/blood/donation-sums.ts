import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { donations } from '../schema/blood/donations';

/** What the results of a drive add up to. */
export interface DriveSums {
	results: number;
	donors: number;
	millilitres: number;
	/** Units of platelets (治疗量). */
	units: number;
	firstTime: number;
	deferred: number;
}

/** Donors (人次), millilitres and units given at a drive, first-time donors, deferrals on site, by its results. */
export async function sumDonations(db: Database, eventId: string): Promise<DriveSums> {
	const given = sql`${donations.outcome} = 'donated'`;
	const rows = await db
		.select({
			results: sql<number>`count(*)`,
			donors: sql<number>`coalesce(sum(${given}), 0)`,
			millilitres: sql<number>`coalesce(sum(${donations.millilitres}), 0)`,
			units: sql<number>`coalesce(sum(${donations.units}), 0)`,
			firstTime: sql<number>`coalesce(sum(${donations.isFirst}), 0)`,
			deferred: sql<number>`count(*) - coalesce(sum(${given}), 0)`
		})
		.from(donations)
		.where(and(eq(donations.eventId, eventId), sql`${donations.isRemoved} = 0`));
	return rows[0]!;
}
