import { describe, expect, it } from 'vitest';
import { banquetPlans, type VillageKey } from '../../drizzle/seed/banquet-plan';
import { createDice } from '../../drizzle/seed/dice';
import { gapOn } from '../../drizzle/seed/gap';
import { laterBanquets, type HeldBanquet } from '../../drizzle/seed/later-banquets';
import { villageKeys } from '../../drizzle/seed/town';
import { inTurn } from '../../drizzle/seed/years';
import { occasions } from '../../src/lib/domain/banquets/banquet';
import { monthOf, yearOf } from '../../src/lib/domain/calendar/calendar';

const quarters = [1, 2, 3, 4];
const quarterOf = ({ heldOn }: HeldBanquet) => Math.ceil(monthOf(heldOn) / 3);
const groupOf = ({ occasion }: HeldBanquet) => (occasion === 'wedding' || occasion === 'funeral' ? occasion : 'rest');

describe('the banquets of a year after the published ones', () => {
	for (const year of [2025, 2026, 2027, 2028, 2033]) {
		const held = laterBanquets(createDice(year * 1000 + 1), year);
		const inQuarter = (quarter: number) => held.filter((banquet) => quarterOf(banquet) === quarter);

		it(`are of ${year}, in order, a little fewer than in 2024 or as many, with the most around Spring Festival`, () => {
			expect(held.map(({ heldOn }) => heldOn)).toEqual(held.map(({ heldOn }) => heldOn).toSorted());
			expect(held.every(({ heldOn }) => yearOf(heldOn) === year)).toBe(true);
			expect(held.length).toBeGreaterThanOrEqual(130);
			expect(held.length).toBeLessThanOrEqual(175);
			const months = Array.from(
				{ length: 12 },
				(_, at) => held.filter(({ heldOn }) => monthOf(heldOn) === at + 1).length
			);
			expect(Math.min(...months)).toBeGreaterThanOrEqual(6);
			expect(Math.max(months[0]!, months[1]!)).toBe(Math.max(...months));
		});

		it(`give every village and group of occasions at least 24 in ${year} and 3 in a quarter, and the town enough to be published by quarter`, () => {
			for (const quarter of quarters) {
				expect(inQuarter(quarter).length).toBeGreaterThanOrEqual(6 * villageKeys.length);
				for (const village of villageKeys)
					expect(inQuarter(quarter).filter((one) => one.village === village).length).toBeGreaterThanOrEqual(3);
				for (const group of ['wedding', 'funeral', 'rest'])
					expect(inQuarter(quarter).filter((one) => groupOf(one) === group).length).toBeGreaterThanOrEqual(3);
			}
			for (const village of villageKeys)
				expect(held.filter((one) => one.village === village).length).toBeGreaterThanOrEqual(24);
			expect(held.filter((one) => groupOf(one) === 'rest').length).toBeGreaterThanOrEqual(24);
		});

		it(`give every occasion at least 3 in ${year}, enlistments with the others, and school banquets in August alone`, () => {
			for (const occasion of occasions.filter((one) => one !== 'enlistment' && one !== 'other'))
				expect(held.filter((one) => one.occasion === occasion).length, occasion).toBeGreaterThanOrEqual(3);
			const rest = held.filter(({ occasion }) => occasion === 'enlistment' || occasion === 'other');
			expect(rest.length).toBeGreaterThanOrEqual(3);
			expect(held.filter(({ occasion }) => occasion === 'school').every(({ heldOn }) => monthOf(heldOn) === 8)).toBe(
				true
			);
		});
	}
});

describe('keys in turn', () => {
	it('are each as often there as their share says', () => {
		const { villages } = banquetPlans[1]!;
		const keys = inTurn<VillageKey>(villages, 161);
		for (const village of villageKeys) expect(keys.filter((key) => key === village).length).toBe(villages[village]);
	});
	it('come one after the other where their shares are the same', () => {
		expect(inTurn({ a: 1, b: 1, c: 1 }, 7)).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a']);
	});
});

it('the gap is in the last month that is over, and never in a year that is', () => {
	expect(gapOn('2026-11-30')?.month).toBe('2026-10');
	expect(gapOn('2026-03-31')?.month).toBe('2026-02');
	expect(gapOn('2026-01-05')).toBeNull();
	expect(gapOn('2025-01-20')).toBeNull();
});
