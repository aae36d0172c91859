import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { listWithin } from '../list-within';
import type { Statement } from '../statement';
import { eventChanges } from '../schema/events/event-changes';
import { events } from '../schema/events/events';

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

/** What pages show of a move. */
type ShownChange = Omit<EventChange, 'eventId' | 'at' | 'byId'>;

/** The moves of the row's event, the latest first; needs `events`. */
export const changesOfEvent = listWithin<ShownChange>(
	{
		id: 'id',
		slotId: 'slot_id',
		placeBefore: 'place_before',
		placeAfter: 'place_after',
		startsBefore: 'starts_before',
		endsBefore: 'ends_before',
		startsAfter: 'starts_after',
		endsAfter: 'ends_after',
		reason: 'reason'
	},
	sql`from event_changes where event_id = ${events.id} order by at desc, rowid desc`
);
