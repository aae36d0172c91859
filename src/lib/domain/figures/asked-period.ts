import { isMonth, monthBounds, monthBoundsOf, yearBounds } from '../calendar/calendar';
import { foldText } from '../folded-text';
import { quarterBounds, type Comparison, type Period } from '../calendar/reporting-period';

/** What a page of trends is asked for. A range is of whole months (YYYY-MM): days would give single banquets away (decisions/0029). */
export type AskedPeriod =
	| { kind: 'year'; year: number }
	| { kind: 'quarter'; year: number; quarter: number }
	| { kind: 'month'; year: number; month: number }
	| { kind: 'range'; from: string; to: string };

/** Its first and last day, also where they have not come. */
export function rangeOf(asked: AskedPeriod): Period {
	switch (asked.kind) {
		case 'year':
			return yearBounds(asked.year);
		case 'quarter':
			return quarterBounds(asked.year, asked.quarter);
		case 'month':
			return monthBounds(asked.year, asked.month);
		case 'range':
			return { fromOn: monthBoundsOf(asked.from).fromOn, toOn: monthBoundsOf(asked.to).toOn };
	}
}

/** The part of an address that asks for it; 同比 is what is compared with unless asked otherwise. */
export function periodQuery(asked: AskedPeriod, comparison: Comparison): URLSearchParams {
	const { kind: _, ...parts } = asked;
	const query = new URLSearchParams(Object.entries(parts).map(([name, value]) => [name, String(value)]));
	if (comparison === 'period-before') query.set('compare', comparison);
	return query;
}

/** A month as typed or picked (2024-03, 2024.3, 2024年3月, full-width digits, spaces) as YYYY-MM; null when it is none. */
export function parseTypedMonth(text: string): string | null {
	const typed = foldText(text).replace(/\s/gu, '');
	const [, year, month] = /^(\d{4})[-./年](\d{1,2})月?$/.exec(typed) ?? [];
	const found = `${year}-${month?.padStart(2, '0')}`;
	return isMonth(found) ? found : null;
}
