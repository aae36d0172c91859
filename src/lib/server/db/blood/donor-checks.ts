import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '../client';
import { donorChecks } from '../schema/blood/donations';

/** To stand before the sign-up it belongs to: a trigger refuses that without it. */
export const insertDonorCheck = (db: Database, check: typeof donorChecks.$inferInsert): BatchItem<'sqlite'> =>
	db.insert(donorChecks).values(check);
