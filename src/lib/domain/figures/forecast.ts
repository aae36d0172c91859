import { monthOf } from '../calendar/calendar';
import { compareRates } from './rate-ratio';

/** What an earlier whole year had counted by the same day, and in all. */
export interface EarlierYear {
	soFar: number;
	whole: number;
}

/** The year's end as it may be expected, whole numbers. An estimate: shown with 估算, never among the figures. */
export interface Forecast {
	likely: number;
	/** Between these it lies 95 times of 100, if the year goes on as one of the earlier years did. */
	low: number;
	high: number;
}

/**
 * Why there is none: the year is young, too little was counted yet, or fewer
 * than two earlier years are known whole.
 */
export const noForecasts = ['too-early', 'too-few', 'no-years'] as const;
export type NoForecast = (typeof noForecasts)[number];

/**
 * Before April it is unknown how much of 腊月 and 正月, when most banquets are held, has fallen into the year: the lunar
 * new year moves by a month.
 */
const earliestMonth = 4;
const fewestYears = 2;
const fewestCounted = 10;

/**
 * Estimates a running year's end from what is counted by `today` (YYYY-MM-DD) and the share that earlier years had by the same day.
 *
 * Likely: what is counted ÷ that share, all earlier years taken together. Range: for each earlier year's own share, the counts of
 * the rest of the year that could not be distinguished from the rate so far (the exact conditional prediction interval for Poisson counts:
 * Thatcher 1964, JRSS B 26, 176–210; reviewed by Krishnamoorthy and Peng 2011, J. Stat. Plan. Inference 141, 1709–1718), from the least to
 * the most. So it holds both what luck may do and how differently the years were spread; years with nothing by that day tell nothing.
 */
export function forecastYear(
	counted: number,
	earlier: readonly EarlierYear[],
	today: string
): { ok: true; forecast: Forecast } | { ok: false; why: NoForecast } {
	const usable = earlier.filter(({ soFar }) => soFar > 0);
	if (usable.length < fewestYears) return { ok: false, why: 'no-years' };
	if (monthOf(today) < earliestMonth) return { ok: false, why: 'too-early' };
	if (counted < fewestCounted) return { ok: false, why: 'too-few' };
	const sum = (pick: (year: EarlierYear) => number) => usable.reduce((total, year) => total + pick(year), 0);
	const ranges = usable.map((year) => predictRest(counted, year));
	return {
		ok: true,
		forecast: {
			likely: Math.round((counted * sum(({ whole }) => whole)) / sum(({ soFar }) => soFar)),
			low: counted + Math.min(...ranges.map(({ low }) => low)),
			high: counted + Math.max(...ranges.map(({ high }) => high))
		}
	};
}

/** The least and the most that may still come at 95%, where an earlier year had `soFar` of `whole` by this day. */
export function predictRest(counted: number, { soFar, whole }: EarlierYear): { low: number; high: number } {
	const rest = whole - soFar;
	if (rest <= 0) return { low: 0, high: 0 };
	const expected = Math.round((counted * rest) / soFar);
	const isPossible = (count: number) => {
		const found = compareRates({ count, days: rest }, { count: counted, days: soFar });
		return found === null || (found.low <= 1 && (found.high === null || found.high >= 1));
	};
	return {
		low: edge(expected, 0, isPossible),
		high: edge(expected, 10 * expected + 100, isPossible)
	};
}

/** The last whole number from `inside`, which is possible, towards `outside` that still is. */
function edge(inside: number, outside: number, isPossible: (count: number) => boolean): number {
	if (isPossible(outside)) return outside;
	let [near, far] = [inside, outside];
	while (Math.abs(far - near) > 1) {
		const middle = Math.trunc((near + far) / 2);
		if (isPossible(middle)) near = middle;
		else far = middle;
	}
	return near;
}
