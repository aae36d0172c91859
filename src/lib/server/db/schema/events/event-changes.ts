import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn } from '../columns';
import { events, slots } from './events';

/** A published event that people had signed up for was moved (改期、改地点): from where to where, and why. */
export const eventChanges = sqliteTable(
	'event_changes',
	{
		/** The act's id, and the slot's or for a place the event's. */
		id: text('id').primaryKey(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		/** Null: the place changed, else this slot's time. */
		slotId: text('slot_id').references(() => slots.id),
		placeBefore: text('place_before'),
		placeAfter: text('place_after'),
		/** Instants, ms UTC. */
		startsBefore: integer('starts_before'),
		endsBefore: integer('ends_before'),
		startsAfter: integer('starts_after'),
		endsAfter: integer('ends_after'),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('event_changes_event').on(table.eventId, table.at),
		index('event_changes_slot').on(table.slotId, table.at),
		check('event_changes_reason', sql`trim(reason) <> ''`),
		check(
			'event_changes_of_place_or_time',
			sql`case when slot_id is null then place_before is not null and place_after is not null and starts_before is null
				else place_before is null and starts_before is not null and ends_before is not null
					and starts_after is not null and ends_after is not null end`
		)
	]
);
