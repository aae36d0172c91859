import { sql } from 'drizzle-orm';

/** People who came to an event, by its check-ins in force. */
export const cameTo = (eventId: string) =>
	sql<number>`(select coalesce(sum(people), 0) from check_ins join slots on slots.id = check_ins.slot_id
		where slots.event_id = ${eventId} and is_undone = 0)`;
