import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import {
	comparePublished,
	publish,
	publishPart,
	type Counts,
	type Published,
	type Trend
} from '$lib/domain/figures/trend';
import { publishMonths, publishableMonths } from '$lib/domain/figures/year-table';
import { byKey, filled, isWholeYear, readYears, tableOf } from './public-years';
import type { TrendQuery, TrendSource } from './trend-source';

type Asked = Pick<TrendQuery, 'range' | 'periods'>;

/** Two periods month by month, small numbers withheld; months to come have no data. Keys are the months of `range` (YYYY-MM). */
export function publishMonthly({ range, periods: { now, before } }: Asked, source: TrendSource): Trend {
	const [is, was] = [monthly(now, range, source), monthly(before, range, source)];
	return comparePublished(monthsOf(range), is, was, monthsOf(before));
}

/** Two periods key by key, in the order of `keys`, small numbers withheld. */
export function publishKeyed(
	{ range, periods: { now, before } }: Asked,
	source: TrendSource,
	keys: readonly string[]
): Trend {
	return comparePublished(keys, keyed(now, range, source, keys), keyed(before, range, source, keys));
}

/** Month by month for each key, in the order of `keys`: a number is published where `publishableMonths` says so. */
export function publishCrossed(
	{ range, periods: { now, before } }: Asked,
	source: TrendSource,
	keys: readonly string[]
): Trend[] {
	const [is, was] = [crossed(now, source, keys), crossed(before, source, keys)];
	return keys.map((_, at) => comparePublished(monthsOf(range), is[at]!, was[at]!, monthsOf(before)));
}

function monthly(period: Period, range: Period, { read, startOn, isChecked }: TrendSource): Published {
	if (!hasData(period, startOn)) return nothing;
	const all = filled(monthsOf(period), read(period), ({ month }) => month);
	const counts = known(all, (month) => isChecked?.('', month) ?? true);
	if (isWholeYear(range)) return publish(counts);
	const cells = readYears(period, read).flatMap(({ months, records }) => [
		...publish(filled(months, records, ({ month }) => month)).cells
	]);
	return publishPart(counts, { total: null, cells: new Map(cells) });
}

function keyed(
	period: Period,
	range: Period,
	{ read, startOn, isChecked }: TrendSource,
	keys: readonly string[]
): Published {
	if (!hasData(period, startOn)) return nothing;
	const all = filled(keys, read(period), ({ key }) => key);
	const months = monthsOf(period);
	const counts = known(all, (key) => months.every((month) => isChecked?.(key, month) ?? true));
	if (isWholeYear(range)) return publish(counts);
	const tables = readYears(period, read).map((year) => tableOf(year, keys));
	return publishMonths(counts, months, tables);
}

/** Out: for each key, its months. */
function crossed(period: Period, { read, startOn, isChecked }: TrendSource, keys: readonly string[]): Published[] {
	if (!hasData(period, startOn)) return keys.map(() => nothing);
	const tables = readYears(period, read).map((year) => {
		const table = tableOf(year, keys);
		return { ...table, isPublished: publishableMonths(table) };
	});
	return byKey(keys, read(period)).map((records, row) => {
		const all = filled(monthsOf(period), records, ({ month }) => month);
		const counts = known(all, (month) => isChecked?.(keys[row]!, month) ?? true);
		const cells = tables.flatMap(({ months, isPublished }) =>
			months.map(
				(month, at) => [month, { key: month, value: null, shown: isPublished[row]![at] ? 'exact' : 'hidden' }] as const
			)
		);
		return publishPart(counts, { total: null, cells: new Map(cells) });
	});
}

/** Without the zeros that were not checked. */
const known = (counts: Counts, isChecked: (key: string) => boolean): Counts =>
	new Map([...counts].filter(([key, count]) => count > 0 || isChecked(key)));

const nothing: Published = { total: null, cells: new Map() };

/** No zeros for a period before the ledger was begun, or one that has not. */
const hasData = ({ fromOn, toOn }: Period, startOn: string | null) =>
	startOn !== null && startOn <= toOn && fromOn <= toOn;
