import { describe, expect, it } from 'vitest';
import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { isBeforeLedger, keepingOf, proposedStart } from '../../../src/lib/domain/figures/ledger';
import {
	isComparable,
	keptExtent,
	lastingExtent,
	late,
	latestStart,
	leastKnown,
	reportedExtent,
	type Reporter
} from '../../../src/lib/domain/figures/known';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';

const villages: Reporter[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, validFromOn: '2023-01-01', validToOn: null }));
const [year2024, startOn] = [yearBounds(2024), '2023-01-01'];
const asked = { period: year2024, isPart: false, startOn };
/** Each village's last month with a record or a checked zero. */
const upTo = (last: Record<string, number>) => (id: string, month: string) =>
	Number(month.slice(5)) <= (last[id] ?? 12);

describe('a figure that villages report', () => {
	it('is known where each reported every month', () => {
		expect(reportedExtent(asked, villages, upTo({}))).toMatchObject({ state: 'known', from: '2024-01', to: '2024-12' });
	});

	it('is known in part up to the last month that all reported without a gap, and says how far the furthest are', () => {
		const known = reportedExtent(asked, villages, upTo({ a: 9, b: 9, c: 3, d: 7 }));
		expect(known).toEqual({
			state: 'part',
			from: '2024-01',
			to: '2024-03',
			due: '2024-12',
			units: 4,
			furthest: { month: '2024-09', units: 2 }
		});
	});

	it('is not known where one village reported nothing, nor where one skipped January', () => {
		expect(reportedExtent(asked, villages, upTo({ b: 0 }))).toMatchObject({ state: 'unknown', to: null });
		const skipped = reportedExtent(asked, villages, (id, month) => id !== 'b' || month !== '2024-01');
		expect(skipped).toMatchObject({ state: 'unknown', furthest: { month: '2024-12', units: 3 } });
	});

	it('is not known where no unit reports it', () => {
		const extent = { state: 'unknown', from: '2024-01', to: null, due: '2024-12', units: 0, furthest: null };
		expect(reportedExtent(asked, [], () => true)).toEqual(extent);
		const gone = villages.map((unit) => ({ ...unit, validToOn: '2023-12-31' }));
		expect(reportedExtent(asked, gone, () => true)).toEqual(extent);
		expect(reportedExtent(asked, [villages[0]!, gone[1]!], () => true)).toMatchObject({ state: 'known', units: 1 });
	});

	it('counts the units of the month that it names: two that merged are never beside the one they became', () => {
		const merged = [
			{ id: 'a', validFromOn: '2023-01-01', validToOn: null },
			{ id: 'b', validFromOn: '2023-01-01', validToOn: '2024-06-30' },
			{ id: 'c', validFromOn: '2023-01-01', validToOn: '2024-06-30' },
			{ id: 'd', validFromOn: '2024-07-01', validToOn: null }
		];
		const until: Record<string, string> = { a: '2024-08', b: '2024-06', c: '2024-06', d: '2024-12' };
		const known = reportedExtent(asked, merged, (id, month) => month <= until[id]!);
		expect(known).toMatchObject({ state: 'part', to: '2024-08', units: 2, furthest: { month: '2024-12', units: 1 } });
		const early = reportedExtent(asked, merged, (id, month) => month <= (id === 'a' ? '2024-05' : '2024-03'));
		expect(early).toMatchObject({ to: '2024-03', units: 3, furthest: { month: '2024-05', units: 1 } });
		const older = { ...asked, period: { fromOn: '2022-01-01', toOn: '2022-12-31' }, startOn: '2022-01-01' };
		expect(reportedExtent(older, merged, (id) => id !== 'a')).toMatchObject({ units: 3, furthest: { units: 2 } });
		expect(reportedExtent(older, merged, (id) => id !== 'd')).toMatchObject({ state: 'known', units: 3 });
	});

	it('is known of no month that no unit reported', () => {
		expect(reportedExtent(asked, villages, () => false)).toEqual({
			...{ state: 'unknown', from: '2024-01', to: null },
			...{ due: '2024-12', units: 4, furthest: null }
		});
	});

	it('of a running year asks for the months that are over, and in January for January', () => {
		const running = (toOn: string) => ({ period: { fromOn: '2024-01-01', toOn }, isPart: true, startOn });
		expect(reportedExtent(running('2024-03-15'), villages, upTo({ a: 2 }))).toMatchObject({
			state: 'known',
			due: '2024-02'
		});
		expect(reportedExtent(running('2024-03-31'), villages, upTo({ a: 2 }))).toMatchObject({
			state: 'part',
			due: '2024-03'
		});
		const january = { from: '2024-01', due: '2024-01' };
		const silent = reportedExtent(running('2024-01-10'), villages, upTo({ a: 0 }));
		expect(silent).toMatchObject({ state: 'unknown', ...january });
		expect(reportedExtent(running('2024-01-10'), villages, upTo({}))).toMatchObject({ state: 'known', ...january });
	});

	it('that begins in the running month is asked for that month', () => {
		const begun = { period: { fromOn: '2024-01-01', toOn: '2024-11-20' }, isPart: true, startOn: '2024-11-05' };
		const due = { from: '2024-11', due: '2024-11' };
		expect(reportedExtent(begun, villages, () => true)).toMatchObject({ state: 'known', ...due });
		expect(reportedExtent(begun, villages, () => false)).toMatchObject({ state: 'unknown', ...due });
	});

	it('counts from the month in which the ledger begins, and not at all before', () => {
		const begun = { ...asked, startOn: '2024-05-20' };
		const known = reportedExtent(begun, villages, (_, month) => month >= '2024-05');
		expect(known).toMatchObject({ state: 'known', from: '2024-05' });
		expect(reportedExtent({ ...asked, startOn: '2025-01-01' }, villages, () => true)).toMatchObject({
			state: 'unknown',
			from: null
		});
		const nothing = { state: 'unknown', from: null, to: null, due: null, units: 0, furthest: null };
		expect(reportedExtent({ ...asked, startOn: null }, villages, () => true)).toEqual(nothing);
		expect(keptExtent({ ...asked, startOn: null }, [2024])).toEqual(nothing);
		expect(lastingExtent({ ...asked, startOn: null })).toEqual(nothing);
	});

	it('asks a village only while it is in place, but all of them for years before the first was', () => {
		const [a, b] = villages as [Reporter, Reporter];
		const opened = { ...b, validFromOn: '2024-06-15' };
		const closed = { ...b, validToOn: '2024-03-31' };
		const silentIn = (last: string) => (id: string, month: string) => id !== 'b' || month > last;
		expect(reportedExtent(asked, [a, opened], silentIn('2024-05'))).toMatchObject({ state: 'known' });
		expect(reportedExtent(asked, [a, opened], silentIn('2024-06'))).toMatchObject({ state: 'part', to: '2024-05' });
		expect(reportedExtent(asked, [a, closed], upTo({ b: 3 }))).toMatchObject({ state: 'known' });
		for (const last of [1, 2]) {
			const part = { state: 'part', to: `2024-0${last}` };
			expect(reportedExtent(asked, [a, closed], upTo({ b: last }))).toMatchObject(part);
		}
		const atEnd = { ...b, validFromOn: '2024-06-30' };
		expect(reportedExtent(asked, [a, atEnd], silentIn('2024-06'))).toMatchObject({ state: 'part', to: '2024-05' });
		const both = [
			{ ...a, validFromOn: '2024-06-30' },
			{ ...b, validFromOn: '2024-08-01' }
		];
		const isSilent = (id: string, month: string) => id === 'b' && month === '2024-06';
		expect(reportedExtent(asked, both, (id, month) => !isSilent(id, month))).toMatchObject({ state: 'known' });
		const later = villages.map((unit) => ({ ...unit, validFromOn: '2026-01-01' }));
		expect(reportedExtent(asked, later, upTo({ b: 3 }))).toMatchObject({ state: 'part', to: '2024-03' });
	});

	it('asks by the first of them that began, whichever comes first in the list', () => {
		const [a, b] = villages as [Reporter, Reporter];
		const both = [
			{ ...b, validFromOn: '2024-08-01' },
			{ ...a, validFromOn: '2024-06-30' }
		];
		const isSilent = (id: string, month: string) => id === 'b' && (month === '2024-06' || month === '2024-07');
		expect(reportedExtent(asked, both, (id, month) => !isSilent(id, month))).toMatchObject({ state: 'known' });
	});

	it('asks of the years before all also a village that began on the last day of another', () => {
		const older = { ...asked, period: yearBounds(2022), startOn: '2022-01-01' };
		const withB = (validFromOn: string) => [
			{ id: 'a', validFromOn: '2023-01-01', validToOn: '2024-06-30' },
			{ id: 'b', validFromOn, validToOn: null }
		];
		const extent = (validFromOn: string) => reportedExtent(older, withB(validFromOn), (id) => id === 'a');
		expect(extent('2024-06-30')).toMatchObject({ state: 'unknown', units: 2 });
		expect(extent('2024-07-01')).toMatchObject({ state: 'known', units: 1 });
	});
});

describe('a figure that the town or the software keeps', () => {
	it('is known in the years in which its ledger has records', () => {
		expect(keptExtent(asked, [2023, 2024])).toMatchObject({ state: 'known', units: 1 });
		expect(keptExtent(asked, [2023])).toMatchObject({ state: 'unknown' });
		const twoYears = { ...asked, period: { fromOn: '2023-07-01', toOn: '2024-06-30' } };
		expect(keptExtent(twoYears, [2023])).toMatchObject({ state: 'part', to: '2023-12' });
		expect(keptExtent({ ...asked, startOn: '2025-01-01' }, [2024])).toMatchObject({ state: 'unknown' });
	});

	it('is known as far as the least known of its ledgers', () => {
		const [known, unknown] = [keptExtent(asked, [2024]), keptExtent(asked, [])];
		expect(leastKnown([known, unknown])).toBe(unknown);
		expect(leastKnown([unknown, known])).toBe(unknown);
		const [second, part] = [keptExtent(asked, [2024]), reportedExtent(asked, villages, upTo({ a: 3 }))];
		expect(leastKnown([known, second])).toBe(known);
		expect(leastKnown([known, part, second])).toBe(part);
	});

	it('that says what is in place is known from the day its ledger begins', () => {
		expect(lastingExtent({ ...asked, startOn: '2024-12-31' })).toMatchObject({ state: 'known' });
		expect(lastingExtent({ ...asked, startOn: '2025-01-01' })).toMatchObject({ state: 'unknown' });
		expect(lastingExtent(asked)).toEqual({
			...{ state: 'known', from: '2024-01', to: '2024-12', due: '2024-12', units: 1 },
			furthest: { month: '2024-12', units: 1 }
		});
		const turned = { fromOn: '2024-02-01', toOn: '2024-01-31' };
		expect(lastingExtent({ ...asked, period: turned })).toMatchObject({ state: 'unknown', from: null });
		const day = { fromOn: '2024-02-01', toOn: '2024-02-01' };
		expect(lastingExtent({ ...asked, period: day })).toMatchObject({ state: 'known', to: '2024-02' });
	});
});

describe('two periods', () => {
	const periods = { now: year2024, before: yearBounds(2023) };
	const whole = () => keptExtent(asked, [2024]);
	const before = (startOn: string) => keptExtent({ period: periods.before, isPart: false, startOn }, [2023]);

	it('are compared where both are known from their first month', () => {
		expect(isComparable(whole(), before('2023-01-14'), periods)).toBe(true);
		expect(isComparable(whole(), before('2023-02-01'), periods)).toBe(false);
		expect(isComparable(whole(), before('2024-01-01'), periods)).toBe(false);
		const unknown = keptExtent(asked, []);
		expect(isComparable(unknown, before('2023-01-01'), periods)).toBe(false);
		expect(isComparable(unknown, keptExtent({ ...asked, period: periods.before }, []), periods)).toBe(false);
	});

	it('are compared where ledgers begin as late in both', () => {
		const begun = keptExtent({ ...asked, startOn: '2024-03-01' }, [2024]);
		expect(late(begun, year2024)).toBe(2);
		expect(late(whole(), year2024)).toBe(0);
		expect(late(keptExtent({ ...asked, startOn: null }, []), year2024)).toBe(0);
		expect(isComparable(begun, before('2023-03-01'), periods)).toBe(true);
	});
});

describe('a ledger', () => {
	it('is reported by villages, kept by the town, or lasts: each figure has one of them', () => {
		const ways = Object.fromEntries(figures.map(({ id, source }) => [id, keepingOf(source as Figure['source']).by]));
		expect(ways).toMatchObject({
			'banquets-held': 'villages',
			'waste-sorting': 'villages',
			complaints: 'villages',
			'media-reports': 'town',
			'health-lectures': 'town',
			'pledges-signed': 'town',
			'pledges-in-force': 'lasting',
			grids: 'lasting'
		});
		expect(keepingOf({ from: 'blood-and-checkups' })).toEqual({ by: 'town', of: ['events', 'activities'] });
	});

	it('is proposed to begin with the month of its first record, and a day before it is asked about', () => {
		expect(proposedStart('2023-01-14')).toBe('2023-01-01');
		expect(isBeforeLedger('2023-01-01', '2022-12-31')).toBe(true);
		expect(isBeforeLedger('2023-01-01', '2023-01-01')).toBe(false);
		expect(isBeforeLedger(null, '1924-03-05')).toBe(false);
	});
});

describe('a village that began by a split', () => {
	it('counts from the first whole month after it, or from the beginning of a later ledger', () => {
		expect(latestStart('2023-01-01', '2026-07-01')).toBe('2026-07-01');
		expect(latestStart('2023-01-01', '2026-07-02')).toBe('2026-08-01');
		expect(latestStart('2023-01-01', '2026-12-31')).toBe('2027-01-01');
		expect(latestStart('2027-03-01', '2026-07-01')).toBe('2027-03-01');
		expect(latestStart(null, '2026-07-01')).toBeNull();
		expect(latestStart('2023-01-01', null), 'no other village').toBe('2023-01-01');
	});
});
