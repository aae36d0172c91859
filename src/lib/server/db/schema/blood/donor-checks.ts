import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { standardIds } from '../../../../domain/blood/donation-standard';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';

/** From which day a standard holds in this installation. Of two from the same day the later made one counts. */
export const donationStandards = sqliteTable(
	'donation_standards',
	{
		id: idColumn(),
		standard: text('standard', { enum: standardIds }).notNull(),
		fromOn: text('from_on').notNull(),
		at: atColumn(),
		byId: byColumn()
	},
	() => [check('donation_standards_standard', oneOf('standard', standardIds))]
);

const passed = ['eligible', 'ask-station'] as const;

/**
 * The outcome of the self-check before a sign-up, for the day of the slot, without any answers. It is written just
 * before its sign-up, which a trigger refuses without it; so the reference is no foreign key.
 */
export const donorChecks = sqliteTable(
	'donor_checks',
	{
		signupId: text('signup_id').primaryKey(),
		outcome: text('outcome', { enum: passed }).notNull(),
		standard: text('standard', { enum: standardIds }).notNull(),
		/** The day for which it was decided. */
		onDate: text('on_date').notNull(),
		at: atColumn()
	},
	() => [
		check('donor_checks_outcome', oneOf('outcome', passed)),
		check('donor_checks_standard', oneOf('standard', standardIds))
	]
);
