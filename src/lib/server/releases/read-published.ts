import { yearOf } from '$lib/domain/calendar/calendar';
import {
	rangePeriods,
	type Comparison,
	type Period,
	type ReportingPeriods
} from '$lib/domain/calendar/reporting-period';
import { publishedOf, type Published } from '$lib/domain/releases/published';
import type { Database } from '$lib/server/db/client';
import { listReleases } from '$lib/server/db/releases/releases';

/** What is released of the years of these periods. */
export async function readPublished(db: Database, unitId: string, periods: readonly Period[]): Promise<Published> {
	const years = new Set<number>();
	for (const { fromOn, toOn } of periods) for (let year = yearOf(fromOn); year <= yearOf(toOn); year++) years.add(year);
	return publishedOf(await listReleases(db, unitId, [...years]));
}

/** A range as far as it may be shown, and what it is compared with. */
interface Asked {
	range: Period;
	comparison?: Comparison;
	/** The town's date. */
	today: string;
}

/** The periods of a figure that is read from releases: a range that is not released to its end goes as far as it is, or was before it was taken back. */
export function publishedPeriods(
	published: Published,
	figure: string,
	{ range, comparison, today }: Asked
): ReportingPeriods {
	return rangePeriods(range, published.reach(figure, range) ?? today, comparison);
}
