import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
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
import { filled, readYears, tableOf } from './public-years';
import type { TrendQuery, TrendSource } from './trend-source';

/** Two periods month by month, small numbers withheld; months to come have no data. Keys are the months of `range` (YYYY-MM). */
export async function readMonthly({ range, periods }: TrendQuery, source: TrendSource): Promise<Trend> {
	const [is, was] = await Promise.all([periods.now, periods.before].map((period) => monthly(period, range, source)));
	return comparePublished(monthsOf(range), is!, was!, monthsOf(periods.before));
}

/** Two periods key by key, in the order of `keys`, small numbers withheld. */
export async function readKeyed(
	{ range, periods }: TrendQuery,
	source: TrendSource,
	keys: readonly string[]
): Promise<Trend> {
	const [is, was] = await Promise.all(
		[periods.now, periods.before].map((period) => keyed(period, range, source, keys))
	);
	return comparePublished(keys, is!, was!);
}

/** Month by month for each key, in the order of `keys`: a number is published where `publishableMonths` says so. */
export async function readMonthlyByKey(
	{ range, periods }: TrendQuery,
	source: TrendSource,
	keys: readonly string[]
): Promise<Trend[]> {
	const [is, was] = await Promise.all([periods.now, periods.before].map((period) => crossed(period, source, keys)));
	return keys.map((key) => comparePublished(monthsOf(range), is!.get(key)!, was!.get(key)!, monthsOf(periods.before)));
}

async function monthly(period: Period, range: Period, { read, startOn, isChecked }: TrendSource): Promise<Published> {
	if (!hasData(period, startOn)) return nothing;
	const all = filled(monthsOf(period), await read(period), ({ month }) => month);
	const counts = known(all, (month) => isChecked?.('', month) ?? true);
	if (isWholeYear(range)) return publish(counts);
	const years = await readYears(period, read);
	const cells = years.flatMap(({ months, records }) => [
		...publish(filled(months, records, ({ month }) => month)).cells
	]);
	return publishPart(counts, { total: null, cells: new Map(cells) });
}

async function keyed(
	period: Period,
	range: Period,
	{ read, startOn, isChecked }: TrendSource,
	keys: readonly string[]
): Promise<Published> {
	if (!hasData(period, startOn)) return nothing;
	const all = filled(keys, await read(period), ({ key }) => key);
	const counts = known(all, (key) => monthsOf(period).every((month) => isChecked?.(key, month) ?? true));
	if (isWholeYear(range)) return publish(counts);
	const years = await readYears(period, read);
	return publishMonths(
		counts,
		monthsOf(period),
		years.map((year) => tableOf(year, keys))
	);
}

/** Out: for each key, its months. */
async function crossed(
	period: Period,
	{ read, startOn, isChecked }: TrendSource,
	keys: readonly string[]
): Promise<Map<string, Published>> {
	if (!hasData(period, startOn)) return new Map(keys.map((key) => [key, nothing]));
	const [records, years] = await Promise.all([read(period), readYears(period, read)]);
	const tables = years.map((year) => ({ ...tableOf(year, keys), isPublished: publishableMonths(tableOf(year, keys)) }));
	return new Map(
		keys.map((key, row) => {
			const all = filled(
				monthsOf(period),
				records.filter((record) => record.key === key),
				({ month }) => month
			);
			const counts = known(all, (month) => isChecked?.(key, month) ?? true);
			const cells = tables.flatMap(({ months, isPublished }) =>
				months.map(
					(month, at) =>
						[month, { key: month, value: null, shown: isPublished[row]![at] ? 'exact' : 'hidden' }] as const
				)
			);
			return [key, publishPart(counts, { total: null, cells: new Map(cells) })];
		})
	);
}

/** Without the zeros that were not checked. */
const known = (counts: Counts, isChecked: (key: string) => boolean): Counts =>
	new Map([...counts].filter(([key, count]) => count > 0 || isChecked(key)));

const nothing: Published = { total: null, cells: new Map() };

/** No zeros for a period before the ledger was begun, or one that has not. */
const hasData = ({ fromOn, toOn }: Period, startOn: string | null) =>
	startOn !== null && startOn <= toOn && fromOn <= toOn;

const isWholeYear = ({ fromOn, toOn }: Period) => toOn === yearBounds(yearOf(fromOn)).toOn && fromOn.endsWith('-01-01');
