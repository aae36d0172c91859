import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { slots } from '../schema/events/events';
import { feedbackSlips, lectureFeedbacks } from '../schema/lectures/lectures';
import { signups } from '../schema/signups/signups';

/** A slip of a lecture: whether people of its party were checked in, and whether it has given feedback. */
export interface FeedbackSlip {
	id: string;
	hasCome: boolean;
	hasSpoken: boolean;
}

/** Those of these slips that are of a lecture. */
export async function listFeedbackSlips(
	db: Database,
	eventId: string,
	ids: readonly string[]
): Promise<FeedbackSlip[]> {
	if (ids.length === 0) return [];
	return db
		.select({
			id: signups.id,
			hasCome:
				sql<boolean>`exists (select 1 from check_ins c where c.signup_id = ${signups.id} and c.is_undone = 0)`.mapWith(
					Boolean
				),
			hasSpoken: sql<boolean>`${feedbackSlips.signupId} is not null`.mapWith(Boolean)
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.leftJoin(feedbackSlips, eq(feedbackSlips.signupId, signups.id))
		.where(
			and(eq(slots.eventId, eventId), sql`${signups.id} in (select value from json_each(${JSON.stringify(ids)}))`)
		);
}

/** How many may give feedback of a lecture, and how many gave it before slips were asked for, which is counted nowhere else. */
export async function readFeedbackReach(db: Database, eventId: string): Promise<{ asked: number; unproven: number }> {
	const [reach] = await db
		.select({
			asked: sql<number>`(select count(distinct c.signup_id) from slots s
				cross join check_ins c on c.slot_id = s.id and c.is_undone = 0 where s.event_id = ${eventId})`,
			unproven: sql<number>`(select count(*) from ${lectureFeedbacks}
				where ${lectureFeedbacks.eventId} = ${eventId} and ${lectureFeedbacks.isFromSlip} = 0)`
		})
		.from(sql`(select 1)`);
	return reach!;
}

export const insertFeedbackSlip = (db: Database, slip: typeof feedbackSlips.$inferInsert): Statement =>
	db.insert(feedbackSlips).values(slip);
