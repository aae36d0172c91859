import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { releaseKinds, withdrawalEnds, type ReleasedCell } from '../../../../domain/releases/release';
import { atColumn, byColumn, idColumn, oneOf } from '../columns';
import { snapshots } from '../reviews/closings';
import { units } from '../units/units';

const unitColumn = () =>
	text('unit_id')
		.notNull()
		.references(() => units.id);

/** What was published of a figure when a period was closed. All that the public reads of households; never changed. */
export const releases = sqliteTable(
	'public_releases',
	{
		id: idColumn(),
		unitId: unitColumn(),
		/** A figure of the registry, or signups. */
		figure: text('figure').notNull(),
		kind: text('kind', { enum: releaseKinds }).notNull(),
		year: integer('year').notNull(),
		fromOn: text('from_on').notNull(),
		toOn: text('to_on').notNull(),
		cells: text('cells', { mode: 'json' }).$type<ReleasedCell[]>().notNull(),
		snapshotId: text('snapshot_id')
			.notNull()
			.references(() => snapshots.id),
		at: atColumn()
	},
	(table) => [
		uniqueIndex('public_releases_once').on(
			table.unitId,
			table.year,
			table.figure,
			table.kind,
			table.fromOn,
			table.snapshotId
		),
		check('public_releases_kind', oneOf('kind', releaseKinds)),
		check(
			'public_releases_period',
			sql`from_on <= to_on and cast(substr(from_on, 1, 4) as integer) = year and cast(substr(to_on, 1, 4) as integer) = year`
		)
	]
);

/** 撤回: an administrator asks to take back all that was released of a figure's year, with the reason. */
export const releaseWithdrawals = sqliteTable(
	'release_withdrawals',
	{
		id: idColumn(),
		unitId: unitColumn(),
		figure: text('figure').notNull(),
		year: integer('year').notNull(),
		reason: text('reason').notNull(),
		at: atColumn(),
		byId: byColumn().notNull()
	},
	(table) => [index('release_withdrawals_of').on(table.unitId, table.year, table.figure)]
);

/** A second person agrees: only now it is taken back. */
export const releaseWithdrawalConfirmations = sqliteTable('release_withdrawal_confirmations', {
	withdrawalId: text('withdrawal_id')
		.primaryKey()
		.references(() => releaseWithdrawals.id),
	at: atColumn(),
	byId: byColumn().notNull()
});

/** The request comes to nothing: the one who asked takes it back, or a second person refuses it. */
export const releaseWithdrawalEnds = sqliteTable(
	'release_withdrawal_ends',
	{
		withdrawalId: text('withdrawal_id')
			.primaryKey()
			.references(() => releaseWithdrawals.id),
		outcome: text('outcome', { enum: withdrawalEnds }).notNull(),
		at: atColumn(),
		byId: byColumn().notNull()
	},
	() => [check('release_withdrawal_ends_outcome', oneOf('outcome', withdrawalEnds))]
);

/** The releases that a withdrawal took back; written by a trigger alone. */
export const withdrawnReleases = sqliteTable(
	'withdrawn_releases',
	{
		releaseId: text('release_id')
			.notNull()
			.references(() => releases.id),
		withdrawalId: text('withdrawal_id')
			.notNull()
			.references(() => releaseWithdrawals.id)
	},
	(table) => [primaryKey({ columns: [table.releaseId] })]
);

/** The releases that were published anew, with what came later, by the first snapshot of the next year; never changed. */
export const replacedReleases = sqliteTable(
	'replaced_releases',
	{
		releaseId: text('release_id')
			.notNull()
			.references(() => releases.id),
		snapshotId: text('snapshot_id')
			.notNull()
			.references(() => snapshots.id)
	},
	(table) => [primaryKey({ columns: [table.releaseId] })]
);
