import { monthBoundsOf, addMonths } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
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
	/** Households with a pledge in force, and registered ones; null where no village has any registered. */
	town: { pledged: number; registered: number; percent: number } | null;
	villages: readonly ReleasedCell[];
}

/** In both periods, in the other at the end of the same quarter; null where that is not released. */
export function publishedCoverage({ periods: { now, before }, published }: TrendQuery): (PublishedCoverage | null)[] {
	const last = readCoverageOf(published, now);
	if (!last) return [null, readCoverageOf(published, before)];
	const months = monthsOf({ fromOn: before.fromOn, toOn: now.fromOn }).length - 1;
	const { toOn } = monthBoundsOf(addMonths(`${last.on.slice(0, 7)}-01`, -months));
	// The other period may go on beyond that quarter.
	const earlier = readCoverageOf(published, { fromOn: before.fromOn, toOn });
	return [last, earlier?.on === toOn ? earlier : null];
}

/** Of the last released quarter that ends within a period; null where there is none. */
export function readCoverageOf(published: TrendQuery['published'], period: Period): PublishedCoverage | null {
	const release = published.coverage(period);
	if (!release) return null;
	const [town, ...villages] = release.cells;
	const registered = town!.beside ?? 0;
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
			cells: (is?.villages ?? []).map(({ key, name = '', nameEn = null, value, isTop }): NamedCell => {
				const before = was?.villages.find((village) => village.key === key);
				return {
					key,
					name,
					nameEn,
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
