import { sql } from 'drizzle-orm';
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { fileFormats, fileKinds } from '../../../../domain/events/event-file';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { events } from './events';

/**
 * A photo of an event, or a material to take home. The bytes are here, because all state that matters is in the
 * database.
 */
export const eventFiles = sqliteTable(
	'event_files',
	{
		id: idColumn(),
		eventId: text('event_id')
			.notNull()
			.references(() => events.id),
		kind: text('kind', { enum: fileKinds }).notNull(),
		title: text('title').notNull(),
		format: text('format', { enum: fileFormats }).notNull(),
		size: integer('size').notNull(),
		/** SHA-256 of the bytes, in hex. */
		hash: text('hash').notNull(),
		/** Null once it is removed. */
		bytes: blob('bytes', { mode: 'buffer' }),
		/** Photos: who was asked, in words, and on which day. A photo shows only people who agreed. */
		consentSealed: text('consent_sealed'),
		consentOn: text('consent_on'),
		/** Kept by the trigger on `event_file_removals` alone. */
		isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		index('event_files_event').on(table.eventId, table.isRemoved, table.at),
		check('event_files_kind', oneOf('kind', fileKinds)),
		check('event_files_format', oneOf('format', fileFormats)),
		check(
			'event_files_photo_with_consent',
			sql`kind <> 'photo' or (consent_sealed is not null and consent_on is not null)`
		),
		check('event_files_bytes', sql`(bytes is null) = is_removed`)
	]
);

/** A file was removed, and its bytes with it. */
export const eventFileRemovals = sqliteTable('event_file_removals', {
	fileId: text('file_id')
		.primaryKey()
		.references(() => eventFiles.id),
	reason: text('reason').notNull(),
	at: atColumn(),
	byId: byColumn()
});
