import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { deferralIds, deferrals, type DeferralId } from '../../../src/lib/domain/blood/deferral';
import { on, decide, standard } from './donor';

describe('temporary deferral', () => {
	test.each<[DeferralId, string, string]>([
		['dental-cleaning', '3 days', '2026-04-04'],
		['tooth-out', 'half a month', '2026-04-16'],
		['cold', '1 week', '2026-04-08'],
		['gastroenteritis', '1 week', '2026-04-08'],
		['urinary-infection', '1 month', '2026-05-01'],
		['pneumonia', '3 months', '2026-07-01'],
		['appendix-hernia-tonsils', '3 months', '2026-07-01'],
		['major-surgery', '6 months', '2026-10-01'],
		['tattoo', '1 year', '2027-04-01'],
		['menstruation', '3 days after', '2026-04-05'],
		['miscarriage', '6 months', '2026-10-01'],
		['childbirth', '1 year', '2027-04-01']
	])('%s: %s, and the day is named', (id, _, from) => {
		const deferral = { id, on };
		expect(decide({ deferral })).toMatchObject({ outcome: 'not-before', from, reasons: [{ code: id }] });
		expect(decide({ deferral }, standard, from).outcome).toBe('eligible');
	});

	test('menstruation expected bars the three days before it too', () => {
		const deferral = { id: 'menstruation', on: '2026-04-05' } as const;
		expect(decide({ deferral }, standard, '2026-04-01').outcome).toBe('eligible');
		for (const day of ['2026-04-02', '2026-04-05', '2026-04-08'])
			expect(decide({ deferral }, standard, day)).toMatchObject({ outcome: 'not-before', from: '2026-04-09' });
	});

	test('pregnancy: throughout, without a day', () => {
		expect(decide({ deferral: { id: 'pregnancy', on: null } })).toMatchObject({ outcome: 'no', from: null });
	});

	test('aspirin: 5 days, for platelets only', () => {
		const deferral = { id: 'aspirin', on } as const;
		expect(decide({ deferral }).outcome).toBe('eligible');
		expect(decide({ deferral, wants: 'platelets' })).toMatchObject({ outcome: 'not-before', from: '2026-04-06' });
	});

	test('of several waits the longest counts, and all are said', () => {
		const decision = decide({ last: { kind: 'whole-blood', on: '2026-01-01' }, deferral: { id: 'tattoo', on } });
		expect(decision).toMatchObject({ outcome: 'not-before', from: '2027-04-01' });
		expect(decision.reasons.map(({ code }) => code)).toEqual(['last-whole-blood', 'tattoo']);
	});
});

test('every entry of the list but pregnancy names how long to wait', () => {
	expect(deferralIds.filter((id) => deferrals[id].wait === null)).toEqual(['pregnancy']);
});
