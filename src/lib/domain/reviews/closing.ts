import { monthBounds, yearBounds, yearOf } from '../calendar/calendar';
import { quarterBounds, type Period } from '../calendar/reporting-period';

/** What can be closed: a year, a quarter, a month. Written 2024, 2024-Q3, 2024-05. */
export type ClosingSpan = { kind: 'year' | 'quarter' | 'month'; year: number; nth: number };

/** The span that a text names, or null when it names none of this century. */
export function parseSpan(text: string): ClosingSpan | null {
	const [, year, quarter, month] = /^(20\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text) ?? [];
	if (!year) return null;
	if (quarter) return { kind: 'quarter', year: Number(year), nth: Number(quarter) };
	return month
		? { kind: 'month', year: Number(year), nth: Number(month) }
		: { kind: 'year', year: Number(year), nth: 1 };
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
