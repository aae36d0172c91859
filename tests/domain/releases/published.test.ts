import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import { isYear, publishedOf, splitsSince } from '../../../src/lib/domain/releases/published';
import type { Release, ReleaseKind } from '../../../src/lib/domain/releases/release';

const figure = 'banquets-held';
const of = (kind: ReleaseKind, value: number | null, over: Partial<Release> = {}): Release => ({
	...{ figure, kind, year: 2024 },
	...yearBounds(over.year ?? 2024),
	cells: [{ key: '', value }],
	...over
});
const quarters = (values: readonly number[]) =>
	values.map((value, at) => of('line', value, quarterBounds(2024, at + 1)));
const read = (...releases: Release[]) =>
	publishedOf({ releases, withdrawn: [], replaced: [], closed: [], mergers: [], splits: [] });
const half = { fromOn: '2024-01-01', toOn: '2024-06-30' };

describe('the number of a period', () => {
	it('is what its spans come to', () => {
		const published = read(...quarters([3, 4, 5]));
		expect(published.valueOf(figure, half)).toBe(7);
		expect(published.valueOf(figure, yearBounds(2024)), 'the year is not over').toBeNull();
		expect(published.valueOf(figure, monthBounds(2024, 1)), 'a span is cut').toBeNull();
		expect(published.valueOf('birthday-guests', half), 'of another figure').toBeNull();
		expect(published.until(figure, yearBounds(2024))).toBe('2024-09-30');
	});

	it('of a whole year is its own release, also where that withholds it', () => {
		const line = quarters([3, 4, 5, 6]);
		expect(read(...line).valueOf(figure, yearBounds(2024))).toBe(18);
		expect(read(...line, of('year', 19)).valueOf(figure, yearBounds(2024))).toBe(19);
		expect(read(...line, of('year', null)).valueOf(figure, yearBounds(2024))).toBeNull();
		expect(read(...line, of('year', 19)).valueOf(figure, half), 'not of a part').toBe(7);
		expect(read(of('year', 19)).valueOf(figure, yearBounds(2023)), 'not of another year').toBeNull();
		expect(read(of('year', 19)).valueOf('complaints', yearBounds(2024)), 'not of another figure').toBeNull();
		expect(read(of('saved', 19)).valueOf(figure, yearBounds(2024)), 'not of another table').toBeNull();
	});

	it('is known up to the end of a year that is released, or of its spans', () => {
		expect(read(of('year', 19)).until(figure, yearBounds(2024))).toBe('2024-12-31');
		expect(read(of('year', 19)).until(figure, half)).toBeNull();
		expect(read().until(figure, yearBounds(2024))).toBeNull();
	});

	it('is read from the line in order, however it was released', () => {
		const [first, second] = quarters([3, 4]) as [Release, Release];
		expect(read(second, of('year', 9), first).spans(figure)).toEqual([
			{ ...quarterBounds(2024, 1), value: 3 },
			{ ...quarterBounds(2024, 2), value: 4 }
		]);
	});
});

describe('the snapshot of a number', () => {
	it('is the one that published the year last, of that figure alone', () => {
		const stored = [
			{ ...of('line', 3), snapshot: 2 },
			{ ...of('year', 19), snapshot: 3 },
			{ ...of('year', 19, { figure: 'complaints' }), snapshot: 5 },
			{ ...of('year', 19, { year: 2023 }), snapshot: 1 },
			{ ...of('saved', 19), snapshot: 6 }
		];
		const published = read(...stored);
		expect(published.snapshotOf(figure, 2024)).toBe(3);
		expect(published.snapshotOf('complaints', 2024)).toBe(5);
		expect(published.snapshotOf(figure, 2023)).toBe(1);
		expect(published.snapshotOf(figure, 2022)).toBeNull();
		expect(
			read({ ...of('line', 3), snapshot: 2 } as Release).snapshotOf(figure, 2024),
			'a year that is not over'
		).toBeNull();
		expect(read(of('year', 1)).snapshotOf(figure, 2024)).toBeNull();
		const twice = read({ ...of('year', 19), snapshot: 3 } as Release, { ...of('year', 21), snapshot: 8 } as Release);
		expect(twice.snapshotOf(figure, 2024)).toBe(8);
	});
});

describe('a table', () => {
	it('is the last that was released of a figure, a kind and a year', () => {
		const [first, second] = [of('villages', 1), of('villages', 2)];
		const published = read(first, second, of('groups', 3), of('villages', 4, { year: 2023 }));
		expect(published.table(figure, 'villages', 2024)).toBe(second);
		expect(published.table('complaints', 'villages', 2024)).toBeNull();
		expect(published.table(figure, 'occasions', 2024)).toBeNull();
		expect(published.table(figure, 'villages', 2022)).toBeNull();
	});

	it('of coverage is that of the last quarter that ends within a period', () => {
		const coverage = [1, 2, 3].map((nth) =>
			of('coverage', nth, { figure: 'pledges-in-force', ...quarterBounds(2024, nth) })
		);
		const published = read(...coverage, ...quarters([3, 4, 5, 6]));
		expect(published.coverage(yearBounds(2024))).toBe(coverage[2]);
		expect(published.coverage(half)).toBe(coverage[1]);
		expect(published.coverage({ fromOn: '2024-03-31', toOn: '2024-06-29' })).toBe(coverage[0]);
		expect(published.coverage(yearBounds(2023))).toBeNull();
		expect(published.coverage({ fromOn: '2024-10-01', toOn: '2024-12-31' })).toBeNull();
	});
});

describe('records after a release', () => {
	it('are added up over all closings, and may be fewer than none', () => {
		const published = read(
			of('later', 2),
			of('later', -5),
			of('later', 5, { year: 2023 }),
			of('later', 7, { figure: 'complaints' }),
			of('year', 9)
		);
		expect(published.later(figure, 2024)).toBe(-3);
		expect(published.later(figure, 2022)).toBe(0);
	});

	it('are not read where an older version wrote of one or two, or of pledges that were taken back', () => {
		expect(read(of('later', 2)).later(figure, 2024)).toBe(0);
		expect(read(of('later', -1)).later(figure, 2024)).toBe(0);
		expect(read(of('later', -4, { figure: 'pledges-in-force' })).later('pledges-in-force', 2024)).toBe(0);
	});
});

describe('a year that was taken back', () => {
	const back = ({ cells: _, ...one }: Release) => ({ ...one, reason: '多导了一遍' });
	const year = [back(of('year', 3)), back(of('saved', 3))];
	const after = (withdrawn: ReturnType<typeof back>[], ...releases: Release[]) =>
		publishedOf({ releases, withdrawn, replaced: [], closed: [], mergers: [], splits: [] });
	const isWithdrawn = (releases: Release[], of = figure, year_ = 2024) =>
		after(year, ...releases).isWithdrawn(of, yearBounds(year_));

	it('is so until its line or its year is released anew', () => {
		expect(isWithdrawn([])).toBe(true);
		expect(isWithdrawn([of('ledger', null)])).toBe(true);
		expect(isWithdrawn([of('line', 3, quarterBounds(2024, 1))])).toBe(false);
		expect(isWithdrawn([of('year', 3)])).toBe(false);
	});

	it('is taken back of its figure alone, and no other year', () => {
		expect(isWithdrawn([of('year', 3, { figure: 'complaints' }), of('year', 3, { year: 2023 })])).toBe(true);
		expect(isWithdrawn([], 'complaints')).toBe(false);
		expect(isWithdrawn([], figure, 2023)).toBe(false);
		const published = after([...year, back(of('year', 3, { figure: 'complaints' }))]);
		expect([figure, 'complaints'].map((of) => published.isWithdrawn(of, yearBounds(2024)))).toEqual([true, true]);
	});

	it('is taken back of the tables and periods that were released', () => {
		const published = after(year);
		expect(published.isWithdrawn(figure, yearBounds(2024), 'saved')).toBe(true);
		expect(published.isWithdrawn(figure, yearBounds(2024), 'villages')).toBe(false);
		expect(published.isWithdrawn(figure, half)).toBe(false);
		expect(published.withdrawnFor(figure, yearBounds(2024))).toBe('多导了一遍');
		expect(published.reach(figure, yearBounds(2024))).toBe('2024-12-31');
		expect(published.reach(figure, half)).toBeNull();
		const again = after([back(of('coverage', 1, quarterBounds(2024, 1)))], of('coverage', 1, quarterBounds(2024, 1)));
		expect(again.isWithdrawn(figure, yearBounds(2024), 'coverage'), 'the same table is back').toBe(false);
	});

	it('reaches as far as the line did, whatever its spans were', () => {
		const months = [1, 2, 3].map((month) => back(of('line', 3, monthBounds(2024, month))));
		const published = after([...months, back(of('line', 9, quarterBounds(2024, 1)))]);
		expect(published.until(figure, yearBounds(2024))).toBeNull();
		expect(published.reach(figure, yearBounds(2024))).toBe('2024-03-31');
		expect(published.reach(figure, quarterBounds(2024, 2))).toBeNull();
		expect(published.spansSeen(figure)).toHaveLength(4);
		expect(after(months).isWithdrawn(figure, quarterBounds(2024, 2)), 'not these months').toBe(false);
	});
});

describe('what else is known of a year', () => {
	const merger = {
		id: 'sanxing',
		onDate: '2024-07-01',
		name: '三星村',
		nameEn: null,
		into: { id: 'hesha', name: '河沙村', nameEn: null }
	};
	const again = { figure, year: 2024, withdrawnAt: 1, at: 3, reason: '重复导入', withdrawnFor: '多导了一遍' };
	const year = () =>
		publishedOf({
			releases: [],
			withdrawn: [],
			again: [{ ...again, figure: 'elders-hosted' }, again],
			replaced: [
				{ figure: 'complaints', year: 2024, at: 1 },
				{ figure, year: 2023, at: 2 },
				{ figure, year: 2024, at: 3 }
			],
			closed: [quarterBounds(2024, 1), { fromOn: '2024-04-01', toOn: '2024-12-31' }, quarterBounds(2025, 1)],
			mergers: [merger],
			splits: []
		});

	it('is when it was published anew', () => {
		expect(year().anewAt(figure, 2024)).toBe(3);
		expect(year().anewAt(figure, 2023)).toBe(2);
		expect(year().anewAt('complaints', 2023)).toBeNull();
	});

	it('is what is said of a year that was taken back and is published again', () => {
		expect(year().again(figure, 2024)).toEqual(again);
		expect([year().again(figure, 2023), year().again('complaints', 2024)]).toEqual([null, null]);
		expect(read().again(figure, 2024)).toBeNull();
	});

	it('is whether all its months are closed', () => {
		expect([2023, 2024, 2025].map(year().isClosed)).toEqual([false, true, false]);
	});

	it('is which villages merged', () => expect(year().mergers).toEqual([merger]));
});

describe('a number that is missing in a period', () => {
	const shownIn = (fromOn: string, toOn: string, releases: Release[] = []) =>
		publishedOf({
			...{ releases, replaced: [], closed: [], mergers: [], splits: [] },
			withdrawn: quarters([3, 4, 5, 6]).map(({ cells: _, ...one }) => ({ ...one, reason: '整批导错了' }))
		}).shownIn(figure, { fromOn, toOn });

	it('was taken back, where spans were in which the period begins or ends', () => {
		const periods = [shownIn('2024-01-01', '2024-12-31'), shownIn('2024-07-01', '2025-06-30')];
		expect([...periods, shownIn('2023-07-01', '2024-06-30')]).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
	});

	it('of another year, of a part of a span, or of one that is published again, was not', () => {
		const year = ['2024-01-01', '2024-12-31'] as const;
		expect([shownIn('2023-01-01', '2023-12-31'), shownIn(...year, [of('year', 9)])]).toEqual(['exact', 'exact']);
		expect(shownIn('2024-02-01', '2024-02-29')).toBe('exact');
	});
});

describe('what is published beside numbers', () => {
	it('is how many banquets of a year have no outcome, where who reported says it', () => {
		const other = { figure: 'complaints' };
		const published = read(of('ledger', 4), of('ledger', null, { year: 2023 }), of('ledger', 7, other), of('year', 9));
		expect([2024, 2023, 2022].map(published.awaited)).toEqual([4, 'few', null]);
	});

	it('is up to which day a year is closed, where that is later than what is published', () => {
		const closed = [quarterBounds(2024, 1), quarterBounds(2024, 2)];
		const published = publishedOf({ releases: [], withdrawn: [], replaced: [], closed, mergers: [], splits: [] });
		const after = ['2024-03-31', '2024-06-30'].map((until) => published.closedAfter(2024, until));
		expect(after).toEqual(['2024-06-30', null]);
	});

	it('are the villages that were split on a day of the period, or later', () => {
		const splits = ['2024-03-31', '2024-04-01', '2025-02-01'].map((onDate) => ({
			...{ onDate, name: '三星村', nameEn: null },
			into: []
		}));
		const since = splitsSince({ splits }, quarterBounds(2024, 2)).map(({ onDate }) => onDate);
		expect(since).toEqual(['2024-04-01', '2025-02-01']);
	});
});

it('a year is a whole calendar year', () => {
	expect(isYear(yearBounds(2024))).toBe(true);
	expect(isYear({ fromOn: '2024-01-01', toOn: '2024-12-30' })).toBe(false);
	expect(isYear({ fromOn: '2024-02-01', toOn: '2024-12-31' })).toBe(false);
	expect(isYear({ fromOn: '2023-01-01', toOn: '2024-12-31' })).toBe(false);
});
