import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { nextDonationOn } from '../../../src/lib/domain/blood/donation';
import { decide, standard } from './donor';

describe('between two donations', () => {
	const next = (kind: 'whole-blood' | 'platelets', wants: 'whole-blood' | 'platelets', last: string) => {
		const from = nextDonationOn({ kind, on: last }, wants, standard);
		expect(decide({ last: { kind, on: last }, wants }, standard, addDays(from, -1))).toMatchObject({
			outcome: 'not-before',
			from,
			reasons: [{ code: `last-${kind}` }]
		});
		expect(decide({ last: { kind, on: last }, wants }, standard, from).outcome).toBe('eligible');
		return from;
	};

	test('whole blood to whole blood: six calendar months', () => {
		expect(next('whole-blood', 'whole-blood', '2026-01-15')).toBe('2026-07-15');
	});

	test('six calendar months after 31 August end with February', () => {
		expect(next('whole-blood', 'whole-blood', '2025-08-31')).toBe('2026-02-28');
		expect(next('whole-blood', 'whole-blood', '2023-08-31')).toBe('2024-02-29');
	});

	test('platelets to platelets: two weeks', () => {
		expect(next('platelets', 'platelets', '2026-03-20')).toBe('2026-04-03');
	});

	test('platelets at most 24 a year: with 24 no day is named, with fewer the answer says the limit', () => {
		const last = { kind: 'platelets', on: '2026-01-01' } as const;
		expect(standard.plateletsAYear).toBe(24);
		expect(decide({ last, wants: 'platelets', plateletsInYear: 23 })).toMatchObject({
			outcome: 'eligible',
			remarks: ['platelets-a-year']
		});
		expect(decide({ last, wants: 'platelets', plateletsInYear: 24 })).toMatchObject({
			outcome: 'no',
			from: null,
			reasons: [{ code: 'platelets-a-year' }]
		});
		expect(decide({ last, plateletsInYear: 24 })).toMatchObject({ outcome: 'eligible', remarks: [] });
	});

	test('platelets to whole blood: four weeks', () => {
		expect(next('platelets', 'whole-blood', '2026-03-20')).toBe('2026-04-17');
	});

	test('whole blood to platelets: three months', () => {
		expect(next('whole-blood', 'platelets', '2026-01-31')).toBe('2026-04-30');
	});
});
