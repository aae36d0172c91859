import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { ageOn, decideDonation, nextDonationOn } from '../../../src/lib/domain/blood/donation';
import { deferralIds, donationKinds } from '../../../src/lib/domain/blood/donation-standard';
import { decide, standard, repeat, draft, on } from './donor';

describe('age, GB 18467-2011: 18 to 55 full years', () => {
	test('a donor without any obstacle is eligible', () => {
		expect(decide({})).toEqual({ outcome: 'eligible', from: null, reasons: [], remarks: [] });
	});

	test('the day before the 18th birthday is too early, and the birthday is named', () => {
		expect(decide({ bornOn: '2008-04-02' })).toMatchObject({ outcome: 'not-before', from: '2026-04-02' });
		expect(decide({ bornOn: '2008-04-01' }).outcome).toBe('eligible');
	});

	test('a donor born on 29 February is 18 on 1 March of a common year', () => {
		expect(decide({ bornOn: '2008-02-29' }, standard, '2026-02-28')).toMatchObject({ from: '2026-03-01' });
		expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
	});

	test('55 full years last until the day before the 56th birthday', () => {
		expect(decide({ bornOn: '1970-04-02' }).outcome).toBe('eligible');
		expect(decide({ bornOn: '1970-04-01' })).toMatchObject({ outcome: 'no', reasons: [{ code: 'too-old-for-first' }] });
	});

	test('a repeat donor may go on above 55, as long as earlier donations went well', () => {
		expect(decide({ bornOn: '1970-04-01', last: repeat })).toMatchObject({
			outcome: 'eligible',
			remarks: ['repeat-only']
		});
	});

	test('"up to 60" is unclear between the 60th and the 61st birthday: the station confirms', () => {
		expect(decide({ bornOn: '1966-04-02', last: repeat }).outcome).toBe('eligible');
		for (const bornOn of ['1966-04-01', '1965-04-02'])
			expect(decide({ bornOn, last: repeat })).toMatchObject({
				outcome: 'ask-station',
				reasons: [{ code: 'age-edge' }]
			});
		expect(decide({ bornOn: '1965-04-01', last: repeat })).toMatchObject({
			outcome: 'no',
			reasons: [{ code: 'too-old' }]
		});
	});

	test('who would be too old by the day they may come again is told so at once', () => {
		const last = { kind: 'whole-blood', on: '2026-01-10' } as const;
		expect(decide({ bornOn: '1965-05-01', last })).toMatchObject({ outcome: 'no', from: null });
	});
});

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

	test('platelets at most 24 a year: only the station can count them, so the answer says so', () => {
		expect(standard.plateletsAYear).toBe(24);
		const last = { kind: 'platelets', on: '2026-01-01' } as const;
		expect(decide({ last, wants: 'platelets' }).remarks).toEqual(['platelets-a-year']);
		expect(decide({ last }).remarks).toEqual([]);
	});

	test('platelets to whole blood: four weeks', () => {
		expect(next('platelets', 'whole-blood', '2026-03-20')).toBe('2026-04-17');
	});

	test('whole blood to platelets: three months', () => {
		expect(next('whole-blood', 'platelets', '2026-01-31')).toBe('2026-04-30');
	});
});

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays('2026-04-01', days));
const answers = fc.record({
	bornOn: day(-80 * 365, -10 * 365),
	last: fc.option(fc.record({ kind: fc.constantFrom(...donationKinds), on: day(-1000, 0) })),
	wants: fc.constantFrom(...donationKinds),
	deferral: fc.option(
		fc.record({ id: fc.constantFrom(...deferralIds.filter((id) => id !== 'menstruation')), on: day(-500, 0) })
	)
});

test.prop([answers, fc.constantFrom(standard, draft)])(
	'the day named is the first: the day before it is still too early, on it nothing has to be waited for',
	(given, by) => {
		const { outcome, from } = decideDonation(given, by, on);
		expect(outcome === 'not-before').toBe(from !== null);
		if (from === null) return;
		expect(from > on).toBe(true);
		expect(decideDonation(given, by, addDays(from, -1)).outcome).toBe('not-before');
		expect(['eligible', 'ask-station']).toContain(decideDonation(given, by, from).outcome);
	}
);

test.prop([answers])('a donor who may come on a day has no rule against them, and no reason is given', (given) => {
	const { outcome, reasons } = decideDonation(given, standard, on);
	if (outcome === 'eligible') expect(reasons).toEqual([]);
	else expect(reasons.some(({ verdict }) => verdict === outcome)).toBe(true);
});
