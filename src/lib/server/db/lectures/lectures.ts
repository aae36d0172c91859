import { and, asc, count, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { faces, type Face } from '$lib/domain/lectures/lecture';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { events } from '../schema/events/events';
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

/** How many of each face a lecture got. */
export async function countFeedback(db: Database, eventId: string): Promise<Record<Face, number>> {
	const rows = await db
		.select({ face: lectureFeedbacks.face, count: count() })
		.from(lectureFeedbacks)
		.where(eq(lectureFeedbacks.eventId, eventId))
		.groupBy(lectureFeedbacks.face);
	const found = new Map(rows.map((row) => [row.face, row.count]));
	return Object.fromEntries(faces.map((face) => [face, found.get(face) ?? 0])) as Record<Face, number>;
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

const isDue = (before: number) =>
	sql`${lectureFeedbacks.sentenceSealed} is not null and ${lectureFeedbacks.eventId} in (
		select ${events.id} from ${events} where ${lt(events.endsAt, before)})`;

/** How many sentences are still there of lectures that ended before `before` (ms, UTC). */
export async function countSentencesToErase(db: Database, before: number): Promise<number> {
	const rows = await db.select({ count: count() }).from(lectureFeedbacks).where(isDue(before));
	return rows[0]?.count ?? 0;
}

/** Their faces stay, because they are counted; the sentences are deleted. */
export const eraseSentences = (db: Database, before: number): Statement =>
	db.update(lectureFeedbacks).set({ sentenceSealed: null }).where(isDue(before));
