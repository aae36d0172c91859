import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from '../people/accounts';
import { atColumn, byColumn, idColumn } from '../columns';

/** A secret address of one's own shifts as a calendar. The token itself is shown once and kept nowhere. */
export const shiftFeeds = sqliteTable(
	'shift_feeds',
	{
		id: idColumn(),
		accountId: text('account_id')
			.notNull()
			.references(() => accounts.id),
		/** SHA-256 of the token, hex. */
		tokenHash: text('token_hash').notNull().unique(),
		/** Kept by the trigger on `shift_feed_revocations` alone. */
		isRevoked: integer('is_revoked', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('shift_feeds_one')
			.on(table.accountId)
			.where(sql`is_revoked = 0`)
	]
);

export const shiftFeedRevocations = sqliteTable('shift_feed_revocations', {
	feedId: text('feed_id')
		.primaryKey()
		.references(() => shiftFeeds.id),
	at: atColumn(),
	byId: byColumn()
});
