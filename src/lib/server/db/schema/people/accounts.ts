import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../../../../domain/people/actor';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { units } from '../units/units';

export const accounts = sqliteTable(
	'accounts',
	{
		id: idColumn(),
		username: text('username').notNull().unique(),
		nameSealed: text('name_sealed').notNull(),
		role: text('role', { enum: roles }).notNull(),
		unitId: text('unit_id')
			.notNull()
			.references(() => units.id),
		passwordHash: text('password_hash').notNull(),
		/** The account did not choose the password itself and must change it at the next sign-in. */
		mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [index('accounts_unit').on(table.unitId), check('accounts_role', oneOf('role', roles))]
);

export const accountClosures = sqliteTable('account_closures', {
	accountId: text('account_id')
		.primaryKey()
		.references(() => accounts.id),
	at: atColumn(),
	byId: byColumn()
});

/** The id is the SHA-256 of what the cookie carries, so a reader of the table cannot sign in with it. */
export const sessions = sqliteTable(
	'sessions',
	{
		id: text('id').primaryKey(),
		accountId: text('account_id')
			.notNull()
			.references(() => accounts.id),
		startedAt: integer('started_at').notNull(),
		expiresAt: integer('expires_at').notNull()
	},
	(table) => [index('sessions_account').on(table.accountId), index('sessions_expiry').on(table.expiresAt)]
);

/** Written before the password is looked at, so that parallel guesses cannot outrun the count. */
export const signInAttempts = sqliteTable(
	'sign_in_attempts',
	{
		id: idColumn(),
		username: text('username').notNull(),
		succeeded: integer('succeeded', { mode: 'boolean' }).notNull().default(false),
		at: atColumn()
	},
	(table) => [index('sign_in_attempts_username').on(table.username, table.at)]
);
