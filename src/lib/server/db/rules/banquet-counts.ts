import { isBanquetHeld, isNoOccasion, occasions, outcomes } from '$lib/domain/banquets/banquet';
import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { changed, inPeriod, listed } from './sql-text';

/** A condition on a column of outcomes: the banquet took place. */
export const tookPlace = (column: string) => `${column} IN ${listed(outcomes.filter(isBanquetHeld))}`;

/** A condition on a column of occasions: the banquet had none (无事酒). */
export const hasNoOccasion = (column: string) =>
	`${column} NOT IN ${listed(occasions.filter((occasion) => !isNoOccasion(occasion)))}`;

const unitOfBanquet = '(SELECT unit_id FROM banquets WHERE id = @.banquet_id)';
const dayOfOutcome = '(SELECT ended_on FROM banquet_outcomes WHERE banquet_id = @.id)';
const dayOfDissuasion = (banquetId: string) => `(SELECT went_on FROM dissuasions WHERE banquet_id = ${banquetId})`;

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
		where: "b.origin = 'declared' AND b.is_removed = 0",
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
				update: ['unit_id', 'origin', 'occasion', 'declared_on', 'is_removed']
			}
		]
	},
	{
		measure: 'banquets-dissuaded',
		from: 'dissuasions d CROSS JOIN banquets b ON b.id = d.banquet_id',
		where: `b.is_removed = 0 AND d.outcome = 'cancelled' AND ${hasNoOccasion('b.occasion')}
	AND EXISTS (SELECT 1 FROM dissuasion_confirmations WHERE dissuasion_id = d.id)
	AND NOT EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = b.id AND ${tookPlace('outcome')})`,
		unit: 'b.unit_id',
		day: 'd.went_on',
		kind: 'b.occasion',
		type: 'dissuasion',
		record: 'd.id',
		subject: 'b.id',
		causes: [
			{ table: 'dissuasions', unit: unitOfBanquet, day: '@.went_on', update: ['went_on', 'outcome'] },
			{
				table: 'dissuasion_confirmations',
				unit: '(SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = @.dissuasion_id)',
				day: '(SELECT went_on FROM dissuasions WHERE id = @.dissuasion_id)'
			},
			{
				table: 'banquet_outcomes',
				unit: unitOfBanquet,
				day: dayOfDissuasion('@.banquet_id'),
				update: ['outcome'],
				when: 'EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = @.banquet_id)'
			},
			{
				table: 'banquets',
				unit: '@.unit_id',
				day: dayOfDissuasion('@.id'),
				insert: false,
				update: ['unit_id', 'occasion', 'is_removed'],
				delete: false
			}
		]
	}
] as const satisfies readonly CountedKind[];

const banquet = { type: 'banquet', from: 'banquets b', record: 'b.id', units: 'b.unit_id' } as const;
const own = { type: 'banquet', table: 'banquets', record: 'NEW.id', day: 'NEW.declared_on' } as const;
const columnsOfBanquet = ['unit_id', 'origin', 'declared_on', 'is_removed'];
const outcomeInPeriod = `EXISTS (SELECT 1 FROM banquet_outcomes o WHERE o.banquet_id = NEW.id AND ${inPeriod('o.ended_on')})`;

const lateBanquets: readonly LateKind[] = [
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
		where: ["NEW.origin = 'declared'", inPeriod('NEW.declared_on')]
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

/** A dissuasion counts no more once the banquet took place, changed its occasion or was struck out. */
const dissuasion = {
	type: 'dissuasion',
	record: 'd.id',
	day: 'd.went_on',
	units: 'b.unit_id',
	from: 'dissuasions d JOIN banquets b ON b.id = d.banquet_id'
} as const;
const ofOutcome = { ...dissuasion, table: 'banquet_outcomes', change: 'changed' } as const;
const ofConfirmation = { ...dissuasion, table: 'dissuasion_confirmations', change: 'changed' } as const;

const lateDissuasions: readonly LateKind[] = [
	{
		...ofOutcome,
		name: 'outcomes_added_dissuaded',
		on: 'INSERT',
		where: ['d.banquet_id = NEW.banquet_id', inPeriod('d.went_on')]
	},
	{
		...ofOutcome,
		name: 'outcomes_changed_dissuaded',
		on: ['outcome'],
		where: ['d.banquet_id = NEW.banquet_id', inPeriod('d.went_on')]
	},
	{
		...dissuasion,
		name: 'banquets_changed_dissuaded',
		table: 'banquets',
		on: ['unit_id', 'occasion', 'is_removed'],
		from: 'dissuasions d',
		units: 'OLD.unit_id, NEW.unit_id',
		change: 'changed',
		where: ['d.banquet_id = NEW.id', inPeriod('d.went_on'), changed(['unit_id', 'occasion', 'is_removed'])]
	},
	{
		...dissuasion,
		name: 'dissuasions_added',
		table: 'dissuasions',
		on: 'INSERT',
		change: 'added',
		where: ['d.id = NEW.id', inPeriod('NEW.went_on')]
	},
	{
		...dissuasion,
		name: 'dissuasions_changed',
		table: 'dissuasions',
		on: ['went_on', 'outcome'],
		change: 'changed',
		where: ['d.id = NEW.id', inPeriod('OLD.went_on', 'NEW.went_on')]
	},
	{
		...banquet,
		type: 'dissuasion',
		name: 'dissuasions_removed',
		table: 'dissuasions',
		on: 'DELETE',
		record: 'OLD.id',
		day: 'OLD.went_on',
		change: 'removed',
		where: ['b.id = OLD.banquet_id', inPeriod('OLD.went_on')]
	},
	{
		...ofConfirmation,
		name: 'confirmations_added',
		on: 'INSERT',
		where: ['d.id = NEW.dissuasion_id', inPeriod('d.went_on')]
	},
	{
		...ofConfirmation,
		name: 'confirmations_removed',
		on: 'DELETE',
		where: ['d.id = OLD.dissuasion_id', inPeriod('d.went_on')]
	}
];

/** Banquets and dissuasions. */
export const countedBanquets = { counts, late: [...lateBanquets, ...lateDissuasions] } satisfies CountedRecords;
