import { asc } from 'drizzle-orm';
import { standardOn } from '$lib/domain/blood/donation-standard';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { donationStandards } from '../schema/blood/donor-checks';

/** Every setting of the installation, in the order they were made. */
export async function listStandardSettings(db: Database) {
	return db.select().from(donationStandards).orderBy(asc(donationStandards.at), asc(donationStandards.id));
}

/** The standard in force on a day (YYYY-MM-DD). */
export async function findStandardOn(db: Database, on: string) {
	return standardOn(await listStandardSettings(db), on);
}

export const insertStandardSetting = (db: Database, setting: typeof donationStandards.$inferInsert): Statement =>
	db.insert(donationStandards).values(setting);
