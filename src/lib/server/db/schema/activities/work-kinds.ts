import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
	addedMeasures,
	type AddedKind,
	type CampaignId,
	type WorkKind
} from '../../../../domain/activities/added-work';
import { byColumn, oneOf } from '../columns';

/** 专项: those of the software by their ids alone, and those that the town added, with when and by whom they were saved last. */
export const campaigns = sqliteTable(
	'campaigns',
	{
		id: text('id').$type<CampaignId>().primaryKey(),
		name: text('name'),
		/** The name without quotes and spaces, in small letters: no two are called alike. */
		nameKey: text('name_key'),
		nameEn: text('name_en'),
		at: integer('at'),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('campaigns_name').on(table.nameKey),
		check(
			'campaigns_added',
			sql`case when id glob 'campaign-[1-9]*' then name is not null and name_key is not null and at is not null
				else name is null and name_key is null and name_en is null end`
		)
	]
);

/**
 * The kinds of the work ledger: those of the software by their ids alone, for all else of them is in the domain and the message files; and those
 * that the town added, whose figure has the same id.
 */
export const workKinds = sqliteTable(
	'work_kinds',
	{
		id: text('id').$type<WorkKind>().primaryKey(),
		campaign: text('campaign')
			.$type<CampaignId>()
			.references(() => campaigns.id),
		name: text('name'),
		nameKey: text('name_key'),
		nameEn: text('name_en'),
		/** 统计口径 */
		definition: text('definition'),
		/** The same in English; null: English pages show it in Chinese. */
		definitionEn: text('definition_en'),
		measure: text('measure').$type<AddedKind['measure']>(),
		counts: text('counts', { enum: ['records', 'quantity'] }),
		/** By which it comes in from ledgers, beside its name. */
		words: text('words', { mode: 'json' }).$type<readonly string[]>(),
		/** What the yearly review says before its number, and whether it prints 12 as 10余. */
		lead: text('lead'),
		isRounded: integer('is_rounded', { mode: 'boolean' }),
		/** The day from which it is kept, and that from which it no longer is. */
		fromOn: text('from_on'),
		closedFromOn: text('closed_from_on'),
		/** When it was saved last, and by whom. */
		at: integer('at'),
		byId: byColumn()
	},
	(table) => [
		uniqueIndex('work_kinds_name').on(table.nameKey),
		check(
			'work_kinds_added',
			sql`case when id glob 'added-[1-9]*'
				then campaign is not null and name is not null and name_key is not null and definition is not null and json_valid(words)
					and lead is not null and is_rounded in (0, 1) and at is not null
				else campaign is null and name is null and name_key is null and from_on is null and closed_from_on is null end`
		),
		// Acts and objects: no measure counts households or persons.
		check('work_kinds_measure', sql`id not glob 'added-*' or ${oneOf('measure', addedMeasures)}`),
		check('work_kinds_counts', sql`id not glob 'added-*' or counts in ('records', 'quantity')`),
		check(
			'work_kinds_span',
			sql`id not glob 'added-*' or (from_on between '1950-01-01' and '2199-12-31' and date(from_on) = from_on
				and (closed_from_on is null or (date(closed_from_on) = closed_from_on and closed_from_on > from_on)))`
		)
	]
);
