import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { slots } from '../schema/events/events';

type NewSlot = Omit<typeof slots.$inferInsert, 'taken'>;

/** Parties on the waitlist of the row's slot. */
export const waiting = sql<number>`(select count(*) from signups where slot_id = slots.id and status = 'waitlisted' and is_lapsed = 0)`;

export const insertSlot = (db: Database, slot: NewSlot): Statement => db.insert(slots).values(slot);

export const updateSlot = (
	db: Database,
	id: string,
	change: { startsAt: number; endsAt: number; capacity: number | null }
): Statement => db.update(slots).set(change).where(eq(slots.id, id));

export const deleteSlot = (db: Database, id: string): Statement => db.delete(slots).where(eq(slots.id, id));
