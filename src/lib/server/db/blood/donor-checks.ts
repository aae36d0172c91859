import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '../client';
import { donorChecks } from '../schema/blood/donations';

/** Must come before the sign-up it belongs to: a trigger refuses a sign-up without it. */
export const insertDonorCheck = (db: Database, check: typeof donorChecks.$inferInsert): BatchItem<'sqlite'> =>
	db.insert(donorChecks).values(check);
