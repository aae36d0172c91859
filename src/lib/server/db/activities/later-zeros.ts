import { asc, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { idsOfLater } from '../units/later-records';

/** The checked zeros in force of these units themselves, of months that begin on `fromOn` or later, the oldest first. */
export const listLaterZeros = (db: Database, unitIds: readonly string[], fromOn: string) =>
	db
		.select()
		.from(activities)
		.where(sql`${activities.id} in ${idsOfLater('zeros', unitIds, fromOn)}`)
		.orderBy(asc(activities.zeroMonth), asc(activities.id));
