import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { atColumn, byColumn, idColumn } from '../columns';
import { signupId } from '../signups/signups';

/** A person agrees that name and telephone are handed to the station. */
export const stationConsents = sqliteTable(
	'station_consents',
	{
		id: idColumn(),
		signupId: signupId(),
		/** Kept by the trigger on `station_consent_withdrawals` alone. */
		isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
		at: atColumn(),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('station_consents_once')
			.on(table.signupId)
			.where(sql`is_withdrawn = 0`)
	]
);

export const stationConsentWithdrawals = sqliteTable('station_consent_withdrawals', {
	consentId: text('consent_id')
		.primaryKey()
		.references(() => stationConsents.id),
	at: atColumn(),
	byId: byColumn()
});
