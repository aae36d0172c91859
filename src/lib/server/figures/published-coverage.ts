import { addMonths, monthBoundsOf, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, quarterBounds, type Period } from '$lib/domain/calendar/reporting-period';
import type { Trend } from '$lib/domain/figures/trend';
import type { ReleasedCell } from '$lib/domain/releases/release';
import { coverage } from '$lib/domain/pledges/pledge';
import type { TrendPart } from './trend-asker';
import type { TrendQuery } from './trend-query';
import type { NamedCell } from './trends';

/** Pledge coverage at the end of the last released quarter of a period, and a year earlier. */
export interface PublishedCoverage {
	/** That day. */
	on: string;
	/** Households with a pledge in force, and registered ones; null where a village has none registered: less all others, that village would be read. */
	town: { pledged: number; registered: number; percent: number } | null;
	villages: readonly ReleasedCell[];
}

/** The days (YYYY-MM-DD) of which coverage is compared: the end of the last released quarter, and of the same one in the other period. */
export function coverageDays({ range, periods: { now, before }, published }: TrendQuery) {
	const on = readCoverageOf(published, range)?.on ?? null;
	if (on === null) return { now: null, before: readCoverageOf(published, before)?.on ?? null };
	const months = monthsOf({ fromOn: before.fromOn, toOn: now.fromOn }).length - 1;
	return { now: on, before: monthBoundsOf(addMonths(`${on.slice(0, 7)}-01`, -months)).toOn };
}

/**
 * What a page says of the days that it compares. `leftOut`: the last day of a later quarter of the range that is closed, of which no coverage by
 * village is published, since few came or went; null where there is none. `inForce`: the town's households with a pledge on that day, where it
 * ends a year whose number is published. `isAlone`: the same quarter of the other period is not published.
 */
export interface CoverageNotes {
	leftOut: string | null;
	inForce: number | null;
	isAlone: boolean;
}

export function coverageNotes(query: TrendQuery): CoverageNotes {
	const { range, published } = query;
	const { now: on } = coverageDays(query);
	if (on === null) return { leftOut: null, inForce: null, isAlone: false };
	const [, earlier] = publishedCoverage(query);
	const closedTo = published.closedAfter(yearOf(on), on) ?? on;
	const ends = [1, 2, 3, 4].map((quarter) => quarterBounds(yearOf(on), quarter).toOn);
	const leftOut = ends.findLast((end) => end > on && end <= closedTo && end <= range.toOn) ?? null;
	const isYearEnd = leftOut === yearBounds(yearOf(on)).toOn;
	const inForce = isYearEnd ? published.valueOf('pledges-in-force', yearBounds(yearOf(on))) : null;
	return { leftOut, inForce, isAlone: earlier === null };
}

/** In both periods, in the other at the end of the same quarter; null where that is not released. */
export function publishedCoverage(query: TrendQuery): (PublishedCoverage | null)[] {
	const { range, periods, published } = query;
	const days = coverageDays(query);
	if (days.before === null) return [null, null];
	// The other period may go on beyond that quarter.
	const earlier = readCoverageOf(published, { fromOn: periods.before.fromOn, toOn: days.before });
	return [readCoverageOf(published, range), earlier?.on === days.before ? earlier : null];
}

/** Of the last released quarter that ends within a period; null where there is none. */
export function readCoverageOf(published: TrendQuery['published'], period: Period): PublishedCoverage | null {
	const release = published.coverage(period);
	if (!release) return null;
	const [town, ...villages] = release.cells;
	const isWhole = villages.every(({ beside }) => beside !== null);
	const registered = isWhole ? (town!.beside ?? 0) : 0;
	return {
		on: release.toOn,
		town:
			town!.value === null || registered === 0
				? null
				: { pledged: town!.value, registered, percent: coverage(town!.value, registered)! },
		villages
	};
}

/** Coverage in percent by village, in the steps in which it is released. */
export const coverageSteps: TrendPart<Trend<NamedCell>> =
	({ query }) =>
	() => {
		const [is, was] = publishedCoverage(query);
		return {
			total: is?.town?.percent ?? null,
			previousTotal: was?.town?.percent ?? null,
			cells: (is?.villages ?? []).map(({ key, name = '', nameEn = null, nowNamed, value, isTop }): NamedCell => {
				const before = was?.villages.find((village) => village.key === key);
				return {
					key,
					name,
					nameEn,
					nowNamed,
					value,
					shown: 'exact',
					isTop,
					previous: before?.value ?? null,
					previousShown: 'exact',
					wasTop: before?.isTop
				};
			})
		};
	};
