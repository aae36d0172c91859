import type { Database } from '../client';
import type { Statement } from '../statement';
import { donorChecks } from '../schema/blood/donor-checks';

/** Must come before the sign-up it belongs to: a trigger refuses a sign-up without it. */
export const insertDonorCheck = (db: Database, check: typeof donorChecks.$inferInsert): Statement =>
	db.insert(donorChecks).values(check);
