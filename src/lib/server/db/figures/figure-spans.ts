import { monthOf, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Grain } from '../schema/figures/figure-counts';

/** Kept sums of one grain, from the first to the last, that are added to a period or taken from it. */
export interface Spans {
	grain: Grain;
	from: string;
	to: string;
	sign: 1 | -1;
}

/** A day of a year. */
interface Day {
	month: number;
	day: number;
}

const newYear: Day = { month: 1, day: 1 };
const newYearsEve: Day = { month: 12, day: 31 };

/** A period as a sum of kept sums, of as few as may be: most of a year is the year without the rest of it. */
export function spansOf({ fromOn, toOn }: Period): Spans[] {
	if (toOn < fromOn) return [];
	const [first, last] = [yearOf(fromOn), yearOf(toOn)];
	if (first === last) return partOfYear(first, dayOf(fromOn), dayOf(toOn));
	return joined([
		...partOfYear(first, dayOf(fromOn), newYearsEve),
		...(last - first > 1 ? [span('year', yearText(first + 1), yearText(last - 1))] : []),
		...partOfYear(last, newYear, dayOf(toOn))
	]);
}

/** The same where each month is a sum of its own. */
export function monthSpansOf({ fromOn, toOn }: Period): Spans[] {
	const [first, last] = [yearOf(fromOn), yearOf(toOn)];
	const spans: Spans[] = [];
	for (let year = first; year <= last && fromOn <= toOn; year++) {
		const [from, to] = [year === first ? dayOf(fromOn) : newYear, year === last ? dayOf(toOn) : newYearsEve];
		spans.push(...monthsOfYear(year, from, to));
	}
	return joined(spans);
}

function partOfYear(year: number, from: Day, to: Day): Spans[] {
	if (isSame(from, newYear) && isSame(to, newYearsEve)) return [span('year', yearText(year))];
	const added = monthsOfYear(year, from, to);
	const before = isSame(from, newYear) ? [] : monthsOfYear(year, newYear, dayBefore(year, from));
	const after = isSame(to, newYearsEve) ? [] : monthsOfYear(year, dayAfter(year, to), newYearsEve);
	const taken = [span('year', yearText(year)), ...[...before, ...after].map(opposite)];
	return weightOf(taken) < weightOf(added) ? taken : added;
}

function monthsOfYear(year: number, from: Day, to: Day): Spans[] {
	const part = (month: number, first: number, end: number) => partOfMonth(year, month, first, end);
	if (from.month === to.month) return part(from.month, from.day, to.day);
	const [first, last] = [from.month + 1, to.month - 1];
	return joined([
		...part(from.month, from.day, daysIn(year, from.month)),
		...(first <= last ? [span('month', monthText(year, first), monthText(year, last))] : []),
		...part(to.month, 1, to.day)
	]);
}

function partOfMonth(year: number, month: number, from: number, to: number): Spans[] {
	const text = monthText(year, month);
	const days = (first: number, end: number) => span('day', `${text}-${two(first)}`, `${text}-${two(end)}`);
	const last = daysIn(year, month);
	const added = to - from + 1;
	if (added < last - added + 1) return [days(from, to)];
	return [
		span('month', text),
		...(from > 1 ? [opposite(days(1, from - 1))] : []),
		...(to < last ? [opposite(days(to + 1, last))] : [])
	];
}

const span = (grain: Grain, from: string, to = from): Spans => ({ grain, from, to, sign: 1 });
const opposite = (spans: Spans): Spans => ({ ...spans, sign: spans.sign === 1 ? -1 : 1 });

const dayOf = (on: string): Day => ({ month: monthOf(on), day: Number(on.slice(8)) });
const isSame = (one: Day, other: Day) => one.month === other.month && one.day === other.day;
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const dayBefore = (year: number, { month, day }: Day): Day =>
	day > 1 ? { month, day: day - 1 } : { month: month - 1, day: daysIn(year, month - 1) };
const dayAfter = (year: number, { month, day }: Day): Day =>
	day < daysIn(year, month) ? { month, day: day + 1 } : { month: month + 1, day: 1 };

const two = (number: number) => String(number).padStart(2, '0');
const monthText = (year: number, month: number) => `${yearText(year)}-${two(month)}`;
const yearText = (year: number) => String(year).padStart(4, '0');

/** How many kept sums are read. Spans lie in one month, or in one year. */
const weightOf = (spans: readonly Spans[]): number =>
	spans.reduce((sum, { from, to }) => sum + Number(to.slice(-2)) - Number(from.slice(-2)) + 1, 0);

/** With those that follow each other made one. */
function joined(spans: readonly Spans[]): Spans[] {
	const list: Spans[] = [];
	for (const next of spans) {
		const last = list.at(-1);
		if (last && last.grain === next.grain && last.sign === next.sign && isNext(last, next)) last.to = next.to;
		else list.push({ ...next });
	}
	return list;
}

/** Months and years that follow each other; days lie in a month of their own. */
function isNext({ grain, to }: Spans, { from }: Spans): boolean {
	if (grain === 'day') return false;
	const months = (text: string) => yearOf(text) * 12 + (grain === 'month' ? monthOf(text) : 0);
	return months(from) - months(to) === (grain === 'month' ? 1 : 12);
}
