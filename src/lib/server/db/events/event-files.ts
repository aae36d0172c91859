import { and, asc, count, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { eventPublications, events } from '../schema/events/events';
import { eventFileRemovals, eventFiles } from '../schema/events/event-files';

export const insertEventFile = (db: Database, file: typeof eventFiles.$inferInsert): Statement =>
	db.insert(eventFiles).values(file);

export const insertFileRemoval = (db: Database, removal: typeof eventFileRemovals.$inferInsert): Statement =>
	db.insert(eventFileRemovals).values(removal);

const { bytes: _, ...described } = getTableColumns(eventFiles);

/** The files of an event that are still there, photos and materials in the order they came; without their bytes. */
export async function listEventFiles(db: Database, eventId: string) {
	return db
		.select(described)
		.from(eventFiles)
		.where(and(eq(eventFiles.eventId, eventId), sql`${eventFiles.isRemoved} = 0`))
		.orderBy(asc(eventFiles.at), asc(eventFiles.id));
}

/** One file of an event, without its bytes; null for one that is not there any more. */
export async function findEventFile(db: Database, id: string) {
	const rows = await db
		.select({ ...described, unitId: events.unitId, publishedAt: eventPublications.at })
		.from(eventFiles)
		.innerJoin(events, eq(events.id, eventFiles.eventId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.where(and(eq(eventFiles.id, id), sql`${eventFiles.isRemoved} = 0`));
	return rows[0] ?? null;
}

/** Its bytes; null once it is removed. */
export async function readFileBytes(db: Database, id: string): Promise<Uint8Array | null> {
	const rows = await db.select({ bytes: eventFiles.bytes }).from(eventFiles).where(eq(eventFiles.id, id));
	return rows[0]?.bytes ?? null;
}

/** How many photos and materials an event has. */
export async function countEventFiles(db: Database, eventId: string): Promise<{ photos: number; materials: number }> {
	const rows = await db
		.select({
			photos: sql<number>`count(case when ${eventFiles.kind} = 'photo' then 1 end)`,
			materials: sql<number>`count(case when ${eventFiles.kind} = 'material' then 1 end)`,
			all: count()
		})
		.from(eventFiles)
		.where(and(eq(eventFiles.eventId, eventId), sql`${eventFiles.isRemoved} = 0`));
	return { photos: rows[0]?.photos ?? 0, materials: rows[0]?.materials ?? 0 };
}
