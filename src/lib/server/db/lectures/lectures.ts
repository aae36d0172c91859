import { and, asc, count, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { faces, type Face } from '$lib/domain/lectures/lecture';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { lectureFeedbacks, lectures } from '../schema/lectures/lectures';

export type Lecture = typeof lectures.$inferSelect;

/** The first writing keeps who did it; later ones change only what the lecture says. */
export function upsertLecture(
	db: Database,
	words: Omit<typeof lectures.$inferInsert, 'at' | 'byId'>,
	stamp: { at: number; byId: string | null }
): Statement {
	return db
		.insert(lectures)
		.values({ ...words, ...stamp })
		.onConflictDoUpdate({ target: lectures.eventId, set: words });
}

/** What is known of a lecture beside the event itself; null before it was entered. The speaker's name is sealed. */
export async function findLecture(db: Database, eventId: string): Promise<Lecture | null> {
	const rows = await db.select().from(lectures).where(eq(lectures.eventId, eventId));
	return rows[0] ?? null;
}

export const insertFeedback = (db: Database, feedback: typeof lectureFeedbacks.$inferInsert): Statement =>
	db.insert(lectureFeedbacks).values(feedback);

/** How many of each face a lecture got from slips that came. */
export async function countFeedback(db: Database, eventId: string): Promise<Record<Face, number>> {
	const rows = await db
		.select({ face: lectureFeedbacks.face, given: count() })
		.from(lectureFeedbacks)
		.where(and(eq(lectureFeedbacks.eventId, eventId), eq(lectureFeedbacks.isFromSlip, true)))
		.groupBy(lectureFeedbacks.face);
	return countedFaces(rows);
}

/** The same of rows that were read already, one a face that was given. */
export function countedFaces(rows: readonly { face: Face; given: number }[]): Record<Face, number> {
	const given = new Map(rows.map((row) => [row.face, row.given]));
	return Object.fromEntries(faces.map((face) => [face, given.get(face) ?? 0])) as Record<Face, number>;
}

/** The sentences a lecture got (sealed), the latest first; at most 200. */
export async function listSentences(db: Database, eventId: string) {
	return db
		.select({
			id: lectureFeedbacks.id,
			face: lectureFeedbacks.face,
			sealed: sql<string>`${lectureFeedbacks.sentenceSealed}`,
			at: lectureFeedbacks.at
		})
		.from(lectureFeedbacks)
		.where(and(eq(lectureFeedbacks.eventId, eventId), isNotNull(lectureFeedbacks.sentenceSealed)))
		.orderBy(desc(lectureFeedbacks.at), asc(lectureFeedbacks.id))
		.limit(200);
}

const isSentence = sql.raw('sentence_sealed is not null');

const ofEvents = (eventIds: readonly string[]) =>
	sql`${isSentence} and event_id in (select value from json_each(${JSON.stringify(eventIds)}))`;

/** The lectures that ended before `before` (ms, UTC) of which a sentence is still there. It steps from one to the next in the index of sentences. */
export async function listEventsToErase(db: Database, before: number): Promise<string[]> {
	const next = (from: SQL) => sql`(select min(event_id) from lecture_feedbacks where ${isSentence} ${from})`;
	const rows = await db.all<{ id: string }>(sql`
		with recursive holding(id) as (
			select ${next(sql``)} union all select ${next(sql`and event_id > holding.id`)} from holding where holding.id is not null)
		select holding.id from holding cross join events on events.id = holding.id where events.ends_at < ${before}`);
	return rows.map(({ id }) => id);
}

/** How many sentences these lectures still have; as the detail of an audit entry. */
export const countSentences = (eventIds: readonly string[]) =>
	sql<string>`(select json_object('sentences', count(*)) from lecture_feedbacks where ${ofEvents(eventIds)})`;

/** Their faces stay, because they are counted; the sentences are deleted. */
export const eraseSentences = (db: Database, eventIds: readonly string[]): Statement =>
	db.update(lectureFeedbacks).set({ sentenceSealed: null }).where(ofEvents(eventIds));
