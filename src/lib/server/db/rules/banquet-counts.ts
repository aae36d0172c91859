import { isBanquetHeld, isNoOccasion, occasions, outcomes } from '$lib/domain/banquets/banquet';
import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { changed, inPeriod, listed } from './sql-text';

/** A condition on a column of outcomes: the banquet took place. */
export const tookPlace = (column: string) => `${column} IN ${listed(outcomes.filter(isBanquetHeld))}`;

/** A condition on a column of occasions: the banquet had none (无事酒). */
export const hasNoOccasion = (column: string) =>
	`${column} NOT IN ${listed(occasions.filter((occasion) => !isNoOccasion(occasion)))}`;

/** The unit of the banquet that a row belongs to. */
export const unitOfBanquet = '(SELECT unit_id FROM banquets WHERE id = @.banquet_id)';
const dayOfOutcome = '(SELECT ended_on FROM banquet_outcomes WHERE banquet_id = @.id)';

/** The rule in force for a banquet `b` when it was declared, as `isRuleInForce` (db/banquets/village-rules.ts) chooses it. */
const ruleInForce = `(SELECT r.rowid FROM village_rules r
	JOIN unit_closure c ON c.ancestor_id = r.unit_id WHERE c.descendant_id = b.unit_id AND r.from_on <= b.declared_on
	ORDER BY (SELECT count(*) FROM unit_closure a WHERE a.descendant_id = r.unit_id) DESC, r.from_on DESC LIMIT 1)`;

/** Tables planned, no more than staff vouches for: what a household adds to them later saves nothing. Null while it is its word alone. */
const vouched = 'min(b.tables_planned, b.confirmed_tables)';

const counts = [
	{
		measure: 'banquets-held',
		// CROSS JOIN makes SQLite go by the day, of which there are few records, and not through all banquets of a village.
		from: 'banquet_outcomes o CROSS JOIN banquets b ON b.id = o.banquet_id',
		where: `${tookPlace('o.outcome')} AND b.is_removed = 0`,
		unit: 'b.unit_id',
		day: 'o.ended_on',
		kind: 'b.occasion',
		type: 'banquet',
		record: 'o.banquet_id',
		subject: 'b.id',
		causes: [
			{ table: 'banquet_outcomes', unit: unitOfBanquet, day: '@.ended_on', update: ['outcome', 'ended_on'] },
			{
				table: 'banquets',
				unit: '@.unit_id',
				day: dayOfOutcome,
				insert: false,
				update: ['unit_id', 'occasion', 'is_removed'],
				delete: false
			}
		]
	},
	{
		measure: 'banquets-declared',
		from: 'banquets b',
		// A household's own declaration counts once a cadre confirmed it.
		where: "b.origin = 'declared' AND b.is_removed = 0 AND b.confirmed_tables IS NOT NULL",
		unit: 'b.unit_id',
		day: 'b.declared_on',
		kind: 'b.occasion',
		type: 'banquet',
		record: 'b.id',
		causes: [
			{
				table: 'banquets',
				unit: '@.unit_id',
				day: '@.declared_on',
				update: ['unit_id', 'origin', 'occasion', 'declared_on', 'is_removed', 'confirmed_tables']
			}
		]
	},
	{
		measure: 'tables-saved',
		from: `banquet_outcomes o CROSS JOIN banquets b ON b.id = o.banquet_id
	CROSS JOIN village_rules r ON r.rowid = ${ruleInForce}`,
		where: `b.is_removed = 0 AND ${vouched} > o.tables_held`,
		unit: 'b.unit_id',
		day: 'o.ended_on',
		kind: 'CAST(r.price_per_table AS TEXT)',
		type: 'banquet',
		record: 'o.banquet_id',
		adds: `${vouched} - o.tables_held`,
		causes: [
			{ table: 'banquet_outcomes', unit: unitOfBanquet, day: '@.ended_on', update: ['ended_on', 'tables_held'] },
			{
				table: 'banquets',
				unit: '@.unit_id',
				day: dayOfOutcome,
				insert: false,
				update: ['unit_id', 'declared_on', 'tables_planned', 'confirmed_tables', 'is_removed'],
				delete: false
			},
			{
				table: 'village_rules',
				days: `SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = @.unit_id AND b.declared_on >= @.from_on`,
				update: ['price_per_table']
			}
		]
	}
] as const satisfies readonly CountedKind[];

/** A late record of a banquet's outcome, by the banquet `b`. */
export const banquet = { type: 'banquet', from: 'banquets b', record: 'b.id', units: 'b.unit_id' } as const;
const own = { type: 'banquet', table: 'banquets', record: 'NEW.id', day: 'NEW.declared_on' } as const;
const columnsOfBanquet = ['unit_id', 'origin', 'declared_on', 'is_removed', 'confirmed_tables'];
const outcomeInPeriod = `EXISTS (SELECT 1 FROM banquet_outcomes o WHERE o.banquet_id = NEW.id AND ${inPeriod('o.ended_on')})`;

const late: readonly LateKind[] = [
	{
		...banquet,
		name: 'outcomes_added',
		table: 'banquet_outcomes',
		on: 'INSERT',
		day: 'NEW.ended_on',
		change: 'added',
		where: ['b.id = NEW.banquet_id', inPeriod('NEW.ended_on')]
	},
	{
		...banquet,
		name: 'outcomes_changed',
		table: 'banquet_outcomes',
		on: ['outcome', 'ended_on'],
		day: 'NEW.ended_on',
		change: 'changed',
		where: ['b.id = NEW.banquet_id', inPeriod('OLD.ended_on', 'NEW.ended_on')]
	},
	{
		...own,
		name: 'banquets_added',
		on: 'INSERT',
		units: 'NEW.unit_id',
		change: 'added',
		where: ["NEW.origin = 'declared'", 'NEW.confirmed_tables IS NOT NULL', inPeriod('NEW.declared_on')]
	},
	{
		...own,
		name: 'banquets_changed',
		on: columnsOfBanquet,
		units: 'OLD.unit_id, NEW.unit_id',
		change: 'removed or changed',
		where: [changed(columnsOfBanquet), `(${inPeriod('OLD.declared_on', 'NEW.declared_on')} OR ${outcomeInPeriod})`]
	}
];

/** Banquets that took place or were declared. */
export const countedBanquets = { counts, late } satisfies CountedRecords;
