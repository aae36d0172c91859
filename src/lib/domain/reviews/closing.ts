import { monthBounds, yearBounds, yearOf } from '../calendar/calendar';
import { quarterBounds, type Period } from '../calendar/reporting-period';

/** What can be closed: a year, a quarter, a month. Written 2024, 2024-Q3, 2024-05. */
export type ClosingSpan = { kind: 'year' | 'quarter' | 'month'; year: number; nth: number };

const quarterText = /^((?:19|20)\d\d)(?:[-./年]?Q([1-4])|年第?([1-4])季度?)$/i;
const monthText = /^((?:19|20)\d\d)[-./年](0?[1-9]|1[0-2])(?:月份?)?$/;
const yearText = /^((?:19|20)\d\d)(?:年度?)?$/;

/**
 * The span that a text names, also as people write it: 2026年, 2026年9月, 2026年九月, 2026.9, 2026年第3季度, 2026年第三季度. Null when it names none of
 * this century or the last.
 */
export function parseSpan(text: string): ClosingSpan | null {
	const typed = inDigits(text);
	const [, ofQuarter, letter, word] = quarterText.exec(typed) ?? [];
	if (ofQuarter) return { kind: 'quarter', year: Number(ofQuarter), nth: Number(letter ?? word) };
	const [, ofMonth, month] = monthText.exec(typed) ?? [];
	if (ofMonth) return { kind: 'month', year: Number(ofMonth), nth: Number(month) };
	const [, year] = yearText.exec(typed) ?? [];
	return year ? { kind: 'year', year: Number(year), nth: 1 } : null;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A number from 1 to 12 in Chinese numerals becomes digits. */
const inDigits = (text: string): string =>
	text.replace(/[一二三四五六七八九十]+/u, (word) => String(numerals.indexOf(word) + 1 || word));

/** A span as it is written for `parseSpan`: 2024, 2024-Q3 or 2024-05. */
export const writeSpan = ({ kind, year, nth }: ClosingSpan): string =>
	kind === 'year' ? `${year}` : kind === 'quarter' ? `${year}-Q${nth}` : `${year}-${String(nth).padStart(2, '0')}`;

/**
 * What is to be closed next: the first month that is over and not closed, or the whole year where none of its months is closed and all are
 * over. It begins with the year that was closed last, or where none was with `startOn`, the day from which the town keeps its first ledger. Null
 * where nothing is due.
 */
export function nextSpan(closed: readonly Period[], startOn: string | null, today: string): ClosingSpan | null {
	const years = closed.map(({ toOn }) => yearOf(toOn));
	const first = years.length > 0 ? Math.max(...years) : startOn && yearOf(startOn);
	if (!first) return null;
	for (let year = first; year <= yearOf(today); year++) {
		const months = Array.from({ length: 12 }, (_, at) => monthBounds(year, at + 1));
		const isClosed = ({ fromOn, toOn }: Period) => closed.some((one) => one.fromOn <= fromOn && one.toOn >= toOn);
		const open = months.findIndex((month) => !isClosed(month));
		if (open === -1) continue;
		if (!months.some(isClosed) && yearBounds(year).toOn < today) return { kind: 'year', year, nth: 1 };
		return months[open]!.toOn < today ? { kind: 'month', year, nth: open + 1 } : null;
	}
	return null;
}

/** Its first and last day. */
export function boundsOf({ kind, year, nth }: ClosingSpan): Period {
	return kind === 'year' ? yearBounds(year) : kind === 'quarter' ? quarterBounds(year, nth) : monthBounds(year, nth);
}

/** The span that a period is; null for any other range. */
export function spanOf({ fromOn, toOn }: Period): ClosingSpan | null {
	const month = Number(fromOn.slice(5, 7));
	const spans: ClosingSpan[] = [
		{ kind: 'month', year: yearOf(fromOn), nth: month },
		{ kind: 'quarter', year: yearOf(fromOn), nth: Math.ceil(month / 3) },
		{ kind: 'year', year: yearOf(fromOn), nth: 1 }
	];
	return spans.find((span) => boundsOf(span).fromOn === fromOn && boundsOf(span).toOn === toOn) ?? null;
}
