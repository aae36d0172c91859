import { describe, expect, test } from 'vitest';
import {
	adviseBanquet,
	decideBanquetState,
	estimateSaving,
	isBanquetHeld,
	isFuneralFiledLate,
	isNoOccasion,
	noOccasions,
	occasions,
	outcomes,
	type Outcome
} from '$lib/domain/banquets/banquet';
import { canConfirm, dissuasionOutcomes, isCountedDissuasion } from '$lib/domain/banquets/dissuasion';

test('a wedding and a funeral are occasions, everything else is 无事酒', () => {
	expect(occasions.filter((occasion) => !isNoOccasion(occasion))).toEqual(['wedding', 'funeral']);
});

test('a village that has not said otherwise discourages every 无事酒', () => {
	expect(noOccasions).toEqual(occasions.filter(isNoOccasion));
});

test('held and reduced banquets took place, a family meal or a cancelled one did not', () => {
	expect(outcomes.filter(isBanquetHeld)).toEqual(['held', 'reduced']);
});

describe('the state of a banquet', () => {
	const declared = { origin: 'declared', outcome: null, plannedOn: '2024-05-01', today: '2024-04-20' } as const;

	test.each([
		['is declared while its day lies ahead', {}, 'declared'],
		['is found when a cadre found it', { origin: 'found' }, 'found'],
		['is declared still on its very day', { today: '2024-05-01' }, 'declared'],
		['is overdue from the day after, until an outcome is recorded', { today: '2024-05-02' }, 'overdue'],
		['is overdue as well when it was found', { origin: 'found', today: '2024-05-02' }, 'overdue'],
		['is its outcome once there is one, before its day', { outcome: 'cancelled' }, 'cancelled'],
		['is its outcome once there is one, after its day', { outcome: 'held', today: '2024-06-01' }, 'held']
	] as const)('%s', (_, change, state) => {
		expect(decideBanquetState({ ...declared, ...change })).toBe(state);
	});
});

describe('a dissuasion', () => {
	test('counts only when a 无事酒 was cancelled and a second person confirmed it', () => {
		const combinations = occasions.flatMap((occasion) =>
			dissuasionOutcomes.flatMap((outcome) => [true, false].map((confirmed) => ({ occasion, outcome, confirmed })))
		);
		const counted = combinations.filter(({ occasion, ...dissuasion }) =>
			isCountedDissuasion({ ...dissuasion, banquet: { occasion, outcome: null, isRemoved: false } })
		);
		expect(counted.map(({ occasion }) => occasion)).toEqual(occasions.slice(2));
		expect(counted.every(({ outcome, confirmed }) => outcome === 'cancelled' && confirmed)).toBe(true);
	});

	test('counts no more when its banquet took place after all or was struck out', () => {
		const dissuasion = { outcome: 'cancelled', confirmed: true } as const;
		const counts = (outcome: Outcome | null, isRemoved = false) =>
			isCountedDissuasion({ ...dissuasion, banquet: { occasion: 'longevity', outcome, isRemoved } });
		expect([null, ...outcomes].filter((outcome) => counts(outcome))).toEqual([null, 'family-meal', 'cancelled']);
		expect(counts(null, true)).toBe(false);
	});

	test('is confirmed by any account but the one that recorded it', () => {
		expect(canConfirm({ recordedById: 'liu', actorId: 'zhou' })).toBe(true);
		expect(canConfirm({ recordedById: 'liu', actorId: 'liu' })).toBe(false);
		expect(canConfirm({ recordedById: 'liu', actorId: null })).toBe(false);
	});
});

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

describe('saved spending', () => {
	test('is the tables not held times the price of a table', () => {
		expect(estimateSaving({ tablesPlanned: 30, tablesHeld: 12, pricePerTable: 600 })).toBe(10_800);
		expect(estimateSaving({ tablesPlanned: 30, tablesHeld: 0, pricePerTable: 600 })).toBe(18_000);
	});

	test('is never less than nothing', () => {
		expect(estimateSaving({ tablesPlanned: 10, tablesHeld: 12, pricePerTable: 600 })).toBe(0);
	});
});
