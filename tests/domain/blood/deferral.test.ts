import { test } from '../../properties';
import { describe, expect } from 'vitest';
import {
	deferralIds,
	deferralOf,
	deferralsIn,
	needsDay,
	type DeferralId
} from '../../../src/lib/domain/blood/deferral';
import { on, decide, standard } from './donor';

const has = (...ids: DeferralId[]) => ({ deferrals: ids.map((id) => ({ id, on })) });

describe('temporary deferral', () => {
	const waits: [DeferralId, string, string][] = [
		['dental-cleaning', '3 days', '2026-04-04'],
		['tooth-out', 'half a month', '2026-04-16'],
		['appendix-hernia-tonsils', '3 months', '2026-07-01'],
		['eye-operation', '3 months', '2026-07-01'],
		['major-surgery', '6 months', '2026-10-01'],
		['benign-tumour', '1 year', '2027-04-01'],
		['cold', '1 week', '2026-04-08'],
		['gastroenteritis', '1 week', '2026-04-08'],
		['eye-illness', '1 week', '2026-04-08'],
		['wound', '1 week', '2026-04-08'],
		['wide-rash', '2 weeks', '2026-04-15'],
		['urinary-infection', '1 month', '2026-05-01'],
		['kidney-infection', '3 months', '2026-07-01'],
		['pneumonia', '3 months', '2026-07-01'],
		['rheumatic-fever', '2 years', '2028-04-01'],
		['dysentery', '6 months', '2026-10-01'],
		['hepatitis-a', '1 year', '2027-04-01'],
		['typhoid', '1 year', '2027-04-01'],
		['brucellosis', '2 years', '2028-04-01'],
		['malaria', '3 years', '2029-04-01'],
		['malaria-area', '1 year', '2027-04-01'],
		['inactivated-vaccine', '24 hours', '2026-04-02'],
		['live-vaccine', '2 weeks', '2026-04-15'],
		['slow-vaccine', '4 weeks', '2026-04-29'],
		['antitoxin', '4 weeks', '2026-04-29'],
		['bite', '1 year', '2027-04-01'],
		['hepatitis-b-globulin', '1 year', '2027-04-01'],
		['transfusion', '1 year', '2027-04-01'],
		['tattoo', '1 year', '2027-04-01'],
		['needle-injury', '1 year', '2027-04-01'],
		['risky-partner', '1 year', '2027-04-01'],
		['menstruation', '3 days after', '2026-04-05'],
		['miscarriage', '6 months', '2026-10-01'],
		['childbirth', '1 year', '2027-04-01']
	];

	test.each(waits)('%s: %s, and the day is named', (id, _, from) => {
		expect(decide(has(id))).toMatchObject({ outcome: 'not-before', from, reasons: [{ code: id }] });
		expect(decide(has(id), standard, from).outcome).toBe('eligible');
	});

	test('every entry with a day is one of them, but for aspirin', () => {
		expect(deferralIds.filter(needsDay).filter((id) => !waits.some(([known]) => known === id))).toEqual(['aspirin']);
	});

	test('menstruation expected bars the three days before it too', () => {
		const deferrals = [{ id: 'menstruation', on: '2026-04-05' }] as const;
		const given = { deferrals: [...deferrals] };
		expect(decide(given, standard, '2026-04-01').outcome).toBe('eligible');
		for (const day of ['2026-04-02', '2026-04-05', '2026-04-08'])
			expect(decide(given, standard, day)).toMatchObject({ outcome: 'not-before', from: '2026-04-09' });
	});

	test('aspirin: 5 days, for platelets only', () => {
		expect(decide(has('aspirin')).outcome).toBe('eligible');
		expect(decide({ ...has('aspirin'), wants: 'platelets' })).toMatchObject({
			outcome: 'not-before',
			from: '2026-04-06'
		});
	});

	test('of several waits the longest counts, and all are said', () => {
		const decision = decide({ last: { kind: 'whole-blood', on: '2026-01-01' }, ...has('tattoo', 'cold', 'bite') });
		expect(decision).toMatchObject({ outcome: 'not-before', from: '2027-04-01' });
		expect(decision.reasons.map(({ code }) => code)).toEqual(['last-whole-blood', 'tattoo', 'cold', 'bite']);
	});

	test('a wait that has begun by the day another ends is waited for too', () => {
		const deferrals = [
			{ id: 'cold' as const, on },
			{ id: 'menstruation' as const, on: '2026-04-10' }
		];
		expect(decide({ deferrals })).toMatchObject({ outcome: 'not-before', from: '2026-04-14' });
	});
});

test('where the day of a wait is not known, the station decides', () => {
	expect(decide({ deferrals: [{ id: 'cold', on: null }] })).toMatchObject({
		outcome: 'ask-station',
		from: null,
		reasons: [{ code: 'cold' }]
	});
});

test('pregnancy bars throughout, contact with an infectious disease is for the station to say', () => {
	expect(decide({ deferrals: [{ id: 'pregnancy', on: null }] })).toMatchObject({ outcome: 'no', from: null });
	expect(decide({ deferrals: [{ id: 'contact', on: null }] }).outcome).toBe('ask-station');
});

test('hepatitis B or C, and each other entry of its group, bars for good', () => {
	const never = deferralsIn('never');
	expect(never).toContain('hepatitis');
	for (const id of never) expect(decide(has(id))).toMatchObject({ outcome: 'no', from: null, reasons: [{ code: id }] });
});

test('only entries of women name pregnancy, childbirth and the like', () => {
	expect(deferralsIn('women')).toEqual(['menstruation', 'pregnancy', 'miscarriage', 'childbirth']);
	for (const id of deferralIds) expect(deferralsIn(deferralOf(id).group)).toContain(id);
});
