import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { ageOn } from '../../../src/lib/domain/blood/donation';
import { decide, on, standard, repeat } from './donor';

describe('age, GB 18467-2011: 18 to 55 full years', () => {
	test('a donor without any obstacle is eligible', () => {
		expect(decide({})).toEqual({ outcome: 'eligible', from: null, reasons: [], remarks: [] });
	});

	test('the day before the 18th birthday is too early, and the birthday is named', () => {
		expect(decide({ bornOn: '2008-04-02' })).toMatchObject({
			outcome: 'not-before',
			from: '2026-04-02',
			reasons: [{ code: 'too-young' }]
		});
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

	test('a wait that ends after the 56th birthday says that the station decides on that day', () => {
		const last = { kind: 'whole-blood' as const, on: '2026-08-01' };
		const drive = (bornOn: string) => decide({ bornOn, last }, standard, '2026-12-10');
		expect(drive('1970-12-20')).toMatchObject({
			outcome: 'not-before',
			from: '2027-02-01',
			reasons: [{ code: 'last-whole-blood' }, { code: 'repeat-only', verdict: 'ask-station', on: '2027-02-01' }]
		});
		expect(drive('1966-12-20').reasons.map(({ code }) => code)).toEqual([
			...['repeat-only', 'last-whole-blood', 'age-edge']
		]);
		expect(drive('1971-02-02').reasons.map(({ code }) => code)).toEqual(['last-whole-blood']);
		expect(
			drive('1970-11-20').reasons.map(({ code, on }) => `${code} ${on}`),
			'said once'
		).toEqual([...['repeat-only undefined', 'last-whole-blood undefined']]);
	});

	test('above 55 only the station can say whether a repeat donor may go on, and not after a reaction', () => {
		for (const bornOn of ['1970-04-01', '1966-04-02'])
			expect(decide({ bornOn, last: repeat })).toMatchObject({
				outcome: 'ask-station',
				reasons: [{ code: 'repeat-only' }]
			});
		expect(decide({ bornOn: '1970-04-01', last: repeat, hadReaction: true })).toMatchObject({
			outcome: 'no',
			reasons: [{ code: 'too-old-after-reaction' }]
		});
	});

	test('a repeat donor above 55 who has to wait is given the day first', () => {
		const decision = decide({ bornOn: '1970-04-01', last: repeat, deferrals: [{ id: 'cold', on }] });
		expect(decision).toMatchObject({ outcome: 'not-before', from: '2026-04-08' });
		expect(decision.reasons.map(({ code }) => code)).toEqual(['repeat-only', 'cold']);
	});

	test('up to 55 a reaction before does not bar, but the doctor on site is to know of it', () => {
		expect(decide({ bornOn: '1970-04-02', last: repeat, hadReaction: true })).toMatchObject({
			outcome: 'eligible',
			remarks: ['tell-reaction']
		});
	});

	test('"up to 60" is unclear between the 60th and the 61st birthday: the station confirms', () => {
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
		expect(decide({ bornOn: '1965-07-11', last })).toMatchObject({ outcome: 'not-before', from: '2026-07-10' });
	});
});
