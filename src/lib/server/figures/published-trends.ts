// Trends of what is released: nothing is counted here.
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import type { Trend } from '$lib/domain/figures/trend';
import type { Release, ReleaseKind } from '$lib/domain/releases/release';
import { joinMerged } from '$lib/domain/releases/joined-villages';
import { compareLines } from '$lib/domain/releases/published-line';
import { classesIn, type PublishedClass } from '$lib/domain/releases/published-table';
import type { TrendPart } from './trend-asker';
import type { TrendQuery } from './trend-query';
import type { NamedCell } from './trends';

/** A figure's line month by month; months that are released together are one cell. */
export const publishedLine =
	(figure: string): TrendPart<Trend> =>
	({ query }) =>
	() =>
		comparePublished(figure, query);

/** The same at once. */
export function comparePublished(figure: string, query: Pick<TrendQuery, 'range' | 'periods' | 'published'>): Trend {
	const { range, periods, published } = query;
	const seen = published.spansSeen(figure);
	const stretches = compareLines(published.spans(figure), range, periods.before, seen);
	const shownIn = (days: Period | null) => (days ? published.shownIn(figure, days) : 'exact');
	return {
		...totalsOf(figure, query),
		cells: stretches.map(({ month, toMonth, now, before, days, daysBefore }) => ({
			key: month,
			toKey: toMonth === month ? undefined : toMonth,
			value: now,
			shown: now === null ? shownIn(days) : 'exact',
			previous: before,
			previousShown: before === null ? shownIn(daysBefore) : 'exact'
		}))
	};
}

const totalsOf = (
	figure: string,
	{ periods: { now, before }, published }: Pick<TrendQuery, 'periods' | 'published'>
) => ({
	total: published.valueOf(figure, now),
	previousTotal: published.valueOf(figure, before)
});

/** A figure by the classes of a table, such as villages, where both periods are unions of its columns. */
export const publishedTable =
	(figure: string, kind: ReleaseKind): TrendPart<Trend<NamedCell>> =>
	({ query }) =>
	() => ({
		...totalsOf(figure, query),
		cells: sideBySide(shownOf(query, figure, [kind]), ...classesOf(query, figure, kind))
	});

/** Occasions, or groups of them where only these are released of both periods. */
export const publishedOccasions: TrendPart<Trend<NamedCell>> =
	({ query }) =>
	() => {
		const [occasions, groups] = (['occasions', 'groups'] as const).map((kind) =>
			classesOf(query, 'banquets-held', kind)
		);
		const isCoarser = occasions!.some((one, nth) => one.length === 0 && groups![nth]!.length > 0);
		return {
			...totalsOf('banquets-held', query),
			cells: sideBySide(shownOf(query, 'banquets-held', ['occasions', 'groups']), ...(isCoarser ? groups! : occasions!))
		};
	};

/** The classes of both periods. Of a period of several years, none: a table is of one. */
function classesOf(
	{ periods, published }: TrendQuery,
	figure: string,
	kind: ReleaseKind
): [PublishedClass[], PublishedClass[]] {
	const table = (period: Period) => tableOf(published.table, { figure, kind, period });
	const [is, was] = [table(periods.now), table(periods.before)];
	return [
		is ? classesIn(is, periods.now) : [],
		was ? classesIn(joinMerged(was, published.mergers), periods.before) : []
	];
}

function tableOf(
	find: TrendQuery['published']['table'],
	{ figure, kind, period }: { figure: string; kind: ReleaseKind; period: Period }
): Release | null {
	const year = yearOf(period.fromOn);
	return year === yearOf(period.toOn) && monthsOf(period).length > 0 ? find(figure, kind, year) : null;
}

/** How a class is shown in each period where it has no number: taken back only where such a table of its year was. */
function shownOf({ periods: { now, before }, published }: TrendQuery, figure: string, kinds: readonly ReleaseKind[]) {
	const shownIn = ({ fromOn }: Period) =>
		kinds.some((kind) => published.isWithdrawn(figure, yearBounds(yearOf(fromOn)), kind)) ? 'withdrawn' : 'exact';
	return [shownIn(now), shownIn(before)] as const;
}

/** In the order of the first, then those of the second alone. */
function sideBySide(
	[shown, previousShown]: ReturnType<typeof shownOf>,
	now: readonly PublishedClass[],
	before: readonly PublishedClass[]
): NamedCell[] {
	const [is, was] = [now, before].map((list) => new Map(list.map((one) => [one.key, one])));
	const keys = [...new Set([...is!.keys(), ...was!.keys()])];
	return keys.map((key) => {
		const [one, other] = [is!.get(key), was!.get(key)];
		return {
			key,
			name: one?.name ?? other?.name ?? '',
			nameEn: one?.nameEn ?? other?.nameEn ?? null,
			nowNamed: (one ?? other)?.nowNamed,
			value: one?.value ?? null,
			shown: one?.shown ?? shown,
			previous: other?.value ?? null,
			previousShown: other?.shown ?? previousShown
		};
	});
}
