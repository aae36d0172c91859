import { describe, expect, test } from 'vitest';
import {
	decideBanquetState,
	estimateSaving,
	isBanquetHeld,
	isNoOccasion,
	noOccasions,
	occasions,
	outcomes
} from '$lib/domain/banquets/banquet';

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

describe('saved spending', () => {
	test('is the tables not held times the price of a table', () => {
		expect(estimateSaving({ tablesPlanned: 30, tablesHeld: 12, pricePerTable: 600 })).toBe(10_800);
		expect(estimateSaving({ tablesPlanned: 30, tablesHeld: 0, pricePerTable: 600 })).toBe(18_000);
	});

	test('is never less than nothing', () => {
		expect(estimateSaving({ tablesPlanned: 10, tablesHeld: 12, pricePerTable: 600 })).toBe(0);
	});
});
