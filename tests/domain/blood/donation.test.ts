import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { ageOn, decideDonation, nextDonationOn, type DonorAnswers } from '../../../src/lib/domain/blood/donation';
import {
	deferralIds,
	deferrals,
	donationKinds,
	firstSetting,
	standardOn,
	standards,
	type DeferralId
} from '../../../src/lib/domain/blood/donation-standard';

const standard = standards['gb-18467-2011'];
const draft = standards['draft-2025'];
const on = '2026-04-01';
/** A person of 35 who never gave and wants to give whole blood. */
const donor: DonorAnswers = { bornOn: '1991-01-15', last: null, wants: 'whole-blood', deferral: null };
const decide = (over: Partial<DonorAnswers>, by = standard, day = on) => decideDonation({ ...donor, ...over }, by, day);
const repeat = { kind: 'whole-blood', on: '2024-01-01' } as const;

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

test('weight: men from 50 kg, women from 45 kg', () => {
	expect(standard.weightKg).toEqual({ male: 50, female: 45 });
});

test('volume: 200, 300 or 400 ml', () => {
	expect(standard.volumes).toEqual([200, 300, 400]);
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

describe('the drafted revision, as data', () => {
	test('takes people of 18 to 65, first or not', () => {
		expect(decide({ bornOn: '1960-04-02' }, draft).outcome).toBe('eligible');
		expect(decide({ bornOn: '1960-04-01', last: repeat }, draft)).toMatchObject({ outcome: 'no' });
		expect(decide({ bornOn: '2008-04-02' }, draft).outcome).toBe('not-before');
	});

	test('asks 90 days between two donations of whole blood, and leaves the other waits as they are', () => {
		expect(nextDonationOn({ kind: 'whole-blood', on: '2026-01-01' }, 'whole-blood', draft)).toBe('2026-04-01');
		expect(draft.between.platelets).toEqual(standard.between.platelets);
		expect(draft.between['whole-blood'].platelets).toEqual(standard.between['whole-blood'].platelets);
	});
});

describe('which standard holds', () => {
	test('without any setting it is GB 18467-2011', () => {
		expect(standardOn([], on).id).toBe('gb-18467-2011');
		expect(standardOn([], '2000-01-01').id).toBe(firstSetting.standard);
	});

	test('a setting holds from its day on', () => {
		const settings = [{ standard: 'draft-2025', fromOn: '2026-07-01' }] as const;
		expect(standardOn(settings, '2026-06-30').id).toBe('gb-18467-2011');
		expect(standardOn(settings, '2026-07-01').id).toBe('draft-2025');
	});

	test('of two settings from the same day the later made one holds', () => {
		const settings = [
			{ standard: 'draft-2025', fromOn: '2026-07-01' },
			{ standard: 'gb-18467-2011', fromOn: '2026-07-01' }
		] as const;
		expect(standardOn(settings, '2026-08-01').id).toBe('gb-18467-2011');
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

test('every entry of the list but pregnancy names how long to wait', () => {
	expect(deferralIds.filter((id) => deferrals[id].wait === null)).toEqual(['pregnancy']);
});
