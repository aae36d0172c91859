import { describe, expect, test } from 'vitest';
import { occasions, outcomes, type Outcome } from '$lib/domain/banquets/banquet';
import { canConfirm, dissuasionOutcomes, isCountedDissuasion } from '$lib/domain/banquets/dissuasion';

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
