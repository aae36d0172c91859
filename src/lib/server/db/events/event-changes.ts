import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { eventChanges } from '../schema/events/event-changes';

/** The event moved to another place, or one of its slots to another time (instants, ms UTC). */
export type Move =
	| { eventId: string; slotId: null; placeBefore: string; placeAfter: string }
	| {
			eventId: string;
			slotId: string;
			startsBefore: number;
			endsBefore: number;
			startsAfter: number;
			endsAfter: number;
	  };

/**
 * Records a move of a published event that people had signed up for. Must come in the same batch before the change
 * itself, which a trigger refuses (`reason-missing`) without it. `actId`: the act that moves it.
 */
export const insertEventChange = (
	db: Database,
	actId: string,
	move: Move,
	because: { reason: string; at: number; byId: string | null }
): Statement => db.insert(eventChanges).values({ id: `${actId}:${move.slotId ?? move.eventId}`, ...move, ...because });

/** The moves of an event, the latest first. */
export async function listEventChanges(db: Database, eventId: string): Promise<EventChange[]> {
	return db
		.select()
		.from(eventChanges)
		.where(eq(eventChanges.eventId, eventId))
		.orderBy(desc(eventChanges.at), desc(sql`rowid`));
}

export type EventChange = typeof eventChanges.$inferSelect;
