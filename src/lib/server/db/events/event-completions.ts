import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { cameTo } from './attendance';
import { eventCompletions } from '../schema/events/events';

/** The result; donors and millilitres at blood drives alone. */
export interface Outcome {
	/** People counted by head; null where they were checked in at the door. */
	attended: number | null;
	/** Of those who attended, people who were not checked in; null where all were counted by head. */
	unticked: number | null;
	donors: number | null;
	millilitres: number | null;
	note: string;
}

/**
 * Where people were checked in, those attended, together with the people who were not checked in; else the head count.
 * Where results of donations were recorded, donors and volume are theirs. Decided inside the write.
 */
const counted = (eventId: string, { attended, unticked, donors, millilitres, ...outcome }: Outcome) => {
	const more = unticked ?? 0;
	const came = cameTo(eventId);
	const results = sql`(select count(*) from donations where event_id = ${eventId} and is_removed = 0)`;
	const given = sql`(select count(*) from donations where event_id = ${eventId} and is_removed = 0 and outcome = 'donated')`;
	const volume = sql`(select coalesce(sum(millilitres), 0) from donations where event_id = ${eventId} and is_removed = 0)`;
	return {
		...outcome,
		donors: sql<number | null>`case when ${results} > 0 then ${given} else ${donors} end`,
		millilitres: sql<number | null>`case when ${results} > 0 then ${volume} else ${millilitres} end`,
		attended: sql<number>`case when ${came} > 0 then ${came} + ${more} else ${attended} end`,
		unticked: sql<number | null>`case when ${came} > 0 then ${more} end`
	};
};

export const insertCompletion = (db: Database, eventId: string, outcome: Outcome, stamp: Stamp): Statement =>
	db.insert(eventCompletions).values({ eventId, ...counted(eventId, outcome), ...stamp });

export const updateCompletion = (db: Database, eventId: string, outcome: Outcome): Statement =>
	db.update(eventCompletions).set(counted(eventId, outcome)).where(eq(eventCompletions.eventId, eventId));
