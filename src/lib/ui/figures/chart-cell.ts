import { isHeldBack, type ShownOrMissing, type TrendCell } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';

/** One bar of a chart and one row of its table: this year's value and last year's. Withheld values are null. */
export type ChartCell = {
	key: string;
	label: string;
	value: number | null;
	shown: ShownOrMissing;
	previous: number | null;
	previousShown: ShownOrMissing;
	/** The last of several months (YYYY-MM) that are published together. */
	toKey?: string;
	/** Whether the number is the highest step, and reads "or more". */
	isTop?: boolean;
	wasTop?: boolean;
};

/** A table cell's words: the number, 少于3, 不单列, 已撤回, 还没有公布, 不公布, or a dash where nothing was recorded. */
export function cellText(value: number | null, shown: ShownOrMissing, isTop = false): string {
	if (shown === 'few') return m.shell_few();
	if (shown === 'hidden') return m.shell_hidden();
	if (shown === 'withdrawn') return m.shell_withdrawn();
	if (shown === 'unpublished') return m.shell_unpublished();
	if (shown === 'withheld') return m.shell_withheld();
	if (value === null) return '—';
	return isTop ? m.shell_or_more({ value: numberText(value) }) : numberText(value);
}

/** The label on a bar, where there is no room for words. */
export function barText(value: number | null, shown: ShownOrMissing, isTop = false): string {
	if (shown === 'few') return '<3';
	if (shown === 'hidden') return '*';
	return value === null ? '—' : `${isTop ? '≥' : ''}${numberText(value)}`;
}

/** A cell of a line: a month (YYYY-MM), or the first and the last of several that are published together. */
type Months = Pick<TrendCell, 'key' | 'toKey'>;

const numberOf = (month: string) => String(Number(month.slice(5)));

/** The words of a cell's month, or of its first and its last: 4 or 4–6 under a bar; `word` writes a month (YYYY-MM) otherwise. */
export const monthsText = ({ key, toKey = key }: Months, word: (month: string) => string = numberOf): string =>
	toKey === key ? word(key) : `${word(key)}–${word(toKey)}`;

/** Whether a line has months that are published together, so that it is not one of single months. */
export const isJoined = (cells: readonly Months[]): boolean => cells.some(({ toKey }) => toKey !== undefined);

/** The festivals of a cell's months, by their names. `key`: the month (YYYY-MM) of a festival. */
export const festivalsOfMonths = (
	{ key, toKey = key }: Months,
	festivals: readonly { key: string; name: string }[]
): string[] => festivals.filter((festival) => festival.key >= key && festival.key <= toKey).map(({ name }) => name);

/** Of which year the festivals under the months are, where another year stands beside it: those of the moon fall on other days each year. '' else. */
export function festivalsText(
	cells: readonly ChartCell[],
	festivals: readonly { key: string; name: string }[]
): string {
	const isNamed = cells.some((cell) => festivalsOfMonths(cell, festivals).length > 0);
	if (!isNamed || !isCompared(cells)) return '';
	return m.trends_festivals_of({ year: [...new Set(festivals.map(({ key }) => key.slice(0, 4)))].join('–') });
}

/**
 * How high above the base this year's number is written: on its own bar, or above last year's where the head of that would run through it.
 * `is`, `was`: how high the bars are; `room`: how high a number is, in the same measure.
 */
export const numberHeight = (is: number, was: number, room: number): number =>
	was > is && was <= is + room ? was : is;

/** The change against last year with its sign, or a dash where either number is withheld. */
export function changeText({ value, previous, isTop, wasTop }: ChartCell): string {
	if (value === null || previous === null || isTop || wasTop) return '—';
	const change = value - previous;
	return change > 0 ? `+${numberText(change)}` : change < 0 ? `−${numberText(-change)}` : '0';
}

/** Whether there is anything of the other period: else a chart leaves it out, so that no column of dashes reads as a comparison. */
export const isCompared = (cells: readonly Pick<ChartCell, 'previous' | 'previousShown'>[]): boolean =>
	cells.some(({ previous, previousShown }) => previous !== null || previousShown !== 'exact');

/** True when a chart holds back any number, so that its note must be shown. */
export function isWithheld(cells: readonly ChartCell[]): boolean {
	return cells.some((cell) => isHeldBack(cell.shown) || isHeldBack(cell.previousShown));
}

/** A hundredth is finer than any screen, and longer numbers only weigh. */
const hundredths = (length: number) => Math.round(length * 100) / 100;

/** A length in percent as an attribute. */
export const percent = (length: number): string => `${hundredths(length)}%`;

/** A length in em as an attribute. */
export const em = (length: number): string => `${hundredths(length)}em`;
