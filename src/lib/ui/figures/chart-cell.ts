import { isHeldBack, type ShownOrWithdrawn } from '$lib/domain/figures/trend';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';

/** One bar of a chart and one row of its table: this year's value and last year's. Withheld values are null. */
export type ChartCell = {
	key: string;
	label: string;
	value: number | null;
	shown: ShownOrWithdrawn;
	previous: number | null;
	previousShown: ShownOrWithdrawn;
	/** The last of several months (YYYY-MM) that are published together. */
	toKey?: string;
	/** Whether the number is the highest step, and reads "or more". */
	isTop?: boolean;
	wasTop?: boolean;
};

/** A table cell's words: the number, 少于3, 不单列, 已撤回, or a dash where nothing was recorded. */
export function cellText(value: number | null, shown: ShownOrWithdrawn, isTop = false): string {
	if (shown === 'few') return m.shell_few();
	if (shown === 'hidden') return m.shell_hidden();
	if (shown === 'withdrawn') return m.shell_withdrawn();
	if (value === null) return '—';
	return isTop ? m.shell_or_more({ value: numberText(value) }) : numberText(value);
}

/** The label on a bar, where there is no room for words. */
export function barText(value: number | null, shown: ShownOrWithdrawn, isTop = false): string {
	if (shown === 'few') return '<3';
	if (shown === 'hidden') return '*';
	return value === null ? '—' : `${isTop ? '≥' : ''}${numberText(value)}`;
}

/** The months of a bar as they stand under it: 4, or 4–5 where two are published together. */
export const monthsText = ({ key, toKey }: ChartCell): string =>
	toKey ? `${Number(key.slice(5))}–${Number(toKey.slice(5))}` : String(Number(key.slice(5)));

/** The change against last year with its sign, or a dash where either number is withheld. */
export function changeText({ value, previous, isTop, wasTop }: ChartCell): string {
	if (value === null || previous === null || isTop || wasTop) return '—';
	const change = value - previous;
	return change > 0 ? `+${numberText(change)}` : change < 0 ? `−${numberText(-change)}` : '0';
}

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
