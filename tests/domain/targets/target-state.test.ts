import { fc, test as property } from '../../properties';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { byMostBehind, differenceOf, isBehind, readTarget } from '../../../src/lib/domain/targets/target';
import { figureOf, read, readUnreported } from './target-figures';

describe('a target against what was counted', () => {
	it('is reached, on pace, or behind by so many records', () => {
		expect(read('health-lectures', 42, 42)).toMatchObject({ state: 'reached', rate: 100 });
		expect(read('health-lectures', 42, 21)).toMatchObject({ state: 'on-pace', expected: 21, behindBy: 0 });
		expect(read('health-lectures', 42, 25)).toMatchObject({ state: 'on-pace', behindBy: -4 });
		expect(read('health-lectures', 42, 17)).toMatchObject({ state: 'behind', behindBy: 4, rate: 40.5 });
	});

	it('of a year that is over is behind by all that is missing', () => {
		expect(read('health-lectures', 42, 40, '2026-03-02', 2024)).toMatchObject({ state: 'behind', behindBy: 2 });
	});

	it('that is a limit is kept up to the limit itself, whatever the season, and passed by so many', () => {
		expect(read('banquets-held', 161, 161, '2026-02-01')).toMatchObject({ state: 'kept', behindBy: 0 });
		expect(read('banquets-held', 161, 164, '2026-02-01')).toMatchObject({ state: 'over', behindBy: 3 });
	});

	it('says that nothing is recorded, which asks for something to be done, and nothing of a year to come', () => {
		expect(read('health-lectures', 42, null)).toMatchObject({
			state: 'no-record',
			behindBy: 21,
			done: null,
			rate: null
		});
		expect(read('banquets-held', 161, null)).toMatchObject({ state: 'no-record', done: null });
		expect(read('health-lectures', 42, 0)).toMatchObject({ state: 'behind', done: 0 });
		expect(read('health-lectures', 42, null, '2026-01-05')).toMatchObject({ state: 'not-due', behindBy: 0 });
		expect(read('banquets-held', 161, null, '2026-01-30')).toMatchObject({ state: 'not-due' });
		expect(read('banquets-held', 161, null, '2026-01-31')).toMatchObject({ state: 'no-record' });
		expect(read('health-lectures', 42, 0, '2026-12-31', 2027)).toMatchObject({ state: 'not-due', behindBy: 0 });
	});

	it('that is a limit is not kept while months are not reported, and is passed all the same', () => {
		expect(readUnreported('banquets-held', 161, 50)).toMatchObject({ state: 'unreported', done: 50 });
		expect(readUnreported('banquets-held', 161, 162)).toMatchObject({ state: 'over', behindBy: 1 });
		expect(readUnreported('health-lectures', 42, 42)).toMatchObject({ state: 'reached' });
		expect(readUnreported('health-lectures', 42, 3)).toMatchObject({ state: 'behind', behindBy: 18 });
		expect(isBehind(readUnreported('banquets-held', 161, 50))).toBe(true);
	});

	property.prop([fc.integer({ min: 1, max: 5000 }), fc.nat(6000), fc.nat(364)])(
		'with more done is never more behind',
		(target, done, day) => {
			const today = addDays('2026-01-01', day);
			const [less, more] = [done, done + 1].map((count) => read('health-lectures', target, count, today));
			expect(more!.behindBy).toBeLessThan(less!.behindBy);
			if (isBehind(more!)) expect(isBehind(less!)).toBe(true);
			expect(isBehind(less!)).toBe(less!.done! < less!.expected);
		}
	);

	it('comes before one that is less behind, by the share of its own target', () => {
		const lectures = read('health-lectures', 5, 0);
		const broadcasts = read('appeal-broadcasts', 200, 97);
		const banquets = read('banquets-held', 0, 1);
		const studies = read('village-rule-studies', 40, 40);
		const meetings = read('villagers-meetings', 4, null);
		const limit = readUnreported('banquets-held', 161, 50);
		expect([lectures.behindBy, broadcasts.behindBy]).toEqual([2, 3]);
		expect([studies, limit, broadcasts, lectures, meetings, banquets].sort(byMostBehind)).toEqual([
			meetings,
			limit,
			banquets,
			lectures,
			broadcasts,
			studies
		]);
	});
});

describe("the villages' targets and the town's", () => {
	test.each([
		[42, [11, 11, 10, 10], 0],
		[42, [11, 11, 10, null], -10],
		[42, [15, 15, 15], 3],
		[42, [null, null], null],
		[null, [11, 11], null]
	])('%s against %j differ by %s', (whole, parts, difference) => {
		expect(differenceOf(whole, parts)).toBe(difference);
	});
});

describe('the target of a unit that was closed', () => {
	const closed = (endedOn: string | null, year = 2026) =>
		readTarget(figureOf('villagers-meetings'), {
			target: 12,
			count: 2,
			isKnown: true,
			year,
			today: '2026-11-30',
			endedOn
		});

	test('is over, and never behind, from the day after its end on', () => {
		expect(closed('2026-06-30')).toMatchObject({ state: 'ended', done: 2, behindBy: 0 });
		expect(isBehind(closed('2026-06-30'))).toBe(false);
		expect(closed('2026-11-30').state).toBe('behind');
		expect(closed(null).state).toBe('behind');
	});

	test('of a year that the unit was there to the end is read as any other', () => {
		expect(closed('2026-06-30', 2025).state).toBe('behind');
		expect(closed('2025-12-31', 2025).state).toBe('behind');
	});
});
