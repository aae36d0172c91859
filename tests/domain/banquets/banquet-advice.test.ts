import { describe, expect, test } from 'vitest';
import { adviseBanquet } from '$lib/domain/banquets/banquet-advice';
import { isFuneralFiledLate, noOccasions } from '$lib/domain/banquets/banquet';

describe('advice on a banquet', () => {
	const wedding = {
		origin: 'declared',
		occasion: 'wedding',
		tablesPlanned: 40,
		meals: 2,
		declaredOn: '2024-05-01',
		plannedOn: '2024-05-11',
		rule: { noticeDays: 10, tablesPerMeal: 20, discouraged: noOccasions }
	} as const;

	test.each([
		['has nothing to say within the village rule', {}, []],
		['names a notice one day too short', { declaredOn: '2024-05-02' }, ['short-notice']],
		['names one table too many over all meals', { tablesPlanned: 41 }, ['many-tables']],
		['counts the tables of each meal', { meals: 3, tablesPlanned: 60 }, []],
		['asks no notice for what a cadre found', { origin: 'found', declaredOn: '2024-05-10' }, []],
		['names a 无事酒', { occasion: 'school' }, ['no-occasion']],
		['never finds a funeral short of notice', { occasion: 'funeral', declaredOn: '2024-05-15' }, []],
		[
			'follows the village that leaves longevity feasts open',
			{ occasion: 'longevity', rule: { noticeDays: 10, tablesPerMeal: 20, discouraged: ['school'] } },
			[]
		],
		[
			'names all it finds, in one order',
			{ occasion: 'other', tablesPlanned: 99, declaredOn: '2024-05-12' },
			['short-notice', 'many-tables', 'no-occasion']
		]
	] as const)('%s', (_, change, advice) => {
		expect(adviseBanquet({ ...wedding, ...change })).toEqual(advice);
	});
});

describe('a funeral', () => {
	test.each([
		['2024-05-10', '2024-05-10', false],
		['2024-05-10', '2024-05-17', false],
		['2024-05-10', '2024-05-19', false],
		['2024-05-10', '2024-05-20', true],
		['2024-05-11', '2024-05-17', false],
		['2024-05-11', '2024-05-20', true],
		['2024-05-10', '2024-05-08', false],
		['2024-05-10', '2026-05-10', true]
	])('held on %s and filed on %s is late by more than five working days: %s', (plannedOn, declaredOn, isLate) => {
		expect(isFuneralFiledLate({ plannedOn, declaredOn })).toBe(isLate);
	});
});
