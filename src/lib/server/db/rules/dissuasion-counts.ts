import type { CountedKind, CountedRecords, LateKind } from './counted-kind';
import { banquet, hasNoOccasion, tookPlace, unitOfBanquet } from './banquet-counts';
import { changed, inPeriod } from './sql-text';

const dayOfDissuasion = (banquetId: string) => `(SELECT went_on FROM dissuasions WHERE banquet_id = ${banquetId})`;

const counts = [
	// The rule in words is isCountedDissuasion (domain/banquets/dissuasion.ts); a test compares the two.
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

const late: readonly LateKind[] = [
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

/** Banquets that did not take place because of a visit. */
export const countedDissuasions = { counts, late } satisfies CountedRecords;
