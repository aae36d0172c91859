import { integer, primaryKey, sqliteTable, sqliteView, text } from 'drizzle-orm/sqlite-core';
import { units } from '../units/units';

const unitColumn = (name: string) =>
	text(name)
		.notNull()
		.references(() => units.id);

/** What is counted: the names that the view `counted_records` gives its records. */
const measureColumn = () => text('measure').notNull();

const recordColumns = () => ({
	measure: measureColumn(),
	/** Occasion, kind of activity or event, or a result. */
	kind: text('kind').notNull(),
	/** Of an event; '' without. */
	topic: text('topic').notNull(),
	unitId: text('unit_id').notNull(),
	onDate: text('on_date').notNull(),
	type: text('type').notNull(),
	/** Of a guest of a birthday banquet, the banquet's. */
	recordId: text('record_id').notNull(),
	subjectId: text('subject_id').notNull(),
	title: text('title').notNull(),
	/** Quantity, people or millilitres; 1 where one record is one. */
	adds: integer('adds').notNull()
});

/**
 * The one definition of what counts: every record behind a figure, with its day, unit, kind and what it adds. Figures, their records and
 * their recount all read it.
 */
export const countedRecords = sqliteView('counted_records', recordColumns()).existing();

/** Its part of one measure. */
export const countedView = (measure: string) => sqliteView(viewName(measure), recordColumns()).existing();

/** The view's name in the migrations. */
export const viewName = (measure: string) => `counted_${measure.replaceAll('-', '_')}`;

/** How many of them a unit itself has on a day; kept by triggers alone, always counted anew from the views. */
export const figureDays = sqliteTable(
	'figure_days',
	{
		unitId: unitColumn('unit_id'),
		onDate: text('on_date').notNull(),
		measure: measureColumn(),
		kind: text('kind').notNull(),
		topic: text('topic').notNull(),
		records: integer('records').notNull(),
		adds: integer('adds').notNull()
	},
	(table) => [primaryKey({ columns: [table.unitId, table.onDate, table.measure, table.kind, table.topic] })]
);

/** The spans that counts are kept for, and how many signs of a date name one: 2026, 2026-11, 2026-11-29. */
export const grains = { year: 4, month: 7, day: 10 } as const;
export type Grain = keyof typeof grains;

/** The same of a unit with all below it in a year, a month or a day: the sum of days; kept by triggers alone. */
export const figureSums = sqliteTable(
	'figure_sums',
	{
		scopeId: text('scope_id').notNull(),
		measure: measureColumn(),
		grain: text('grain').$type<Grain>().notNull(),
		/** YYYY, YYYY-MM or YYYY-MM-DD. */
		span: text('span').notNull(),
		kind: text('kind').notNull(),
		topic: text('topic').notNull(),
		records: integer('records').notNull(),
		adds: integer('adds').notNull()
	},
	// WITHOUT ROWID, which Drizzle cannot say: rows of a unit and measure lie side by side.
	(table) => [primaryKey({ columns: [table.scopeId, table.measure, table.grain, table.span, table.kind, table.topic] })]
);
