import { sql, type Placeholder } from 'drizzle-orm';

/** The unit whose event the slot belongs to. */
export const unitOfSlot = (slotId: string | null | Placeholder) =>
	sql<string>`(select unit_id from events join slots on slots.event_id = events.id where slots.id = ${slotId})`;
