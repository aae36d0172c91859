import { monthBoundsOf } from '../calendar/calendar';

/** What is known of a month: entries, a zero that a cadre checked, nothing, or it is not over. */
export type CheckedMonth =
	| { state: 'some'; count: number }
	| { state: 'checked'; checkedOn: string | null; id: string | null }
	| { state: 'unchecked'; villages: number }
	| { state: 'running' | 'coming' };

interface MonthFacts {
	/** Entries in force. */
	count: number;
	/** The checked zero that covers the unit, if any. */
	zero: { id: string; doneOn: string } | null;
	/** Villages with a checked zero of their own, of how many: all of them together are the unit's zero (as in the figures). */
	villages: number;
	allVillages: number;
}

/**
 * Decides a month (YYYY-MM) of the yearly grid as of `today`. A month may be checked from its last day on;
 * before, only entries say something.
 */
export function decideCheckedMonth(
	month: string,
	today: string,
	{ count, zero, villages, allVillages }: MonthFacts
): CheckedMonth {
	const { fromOn, toOn } = monthBoundsOf(month);
	if (count > 0) return { state: 'some', count };
	if (zero) return { state: 'checked', checkedOn: zero.doneOn, id: zero.id };
	if (allVillages > 0 && villages >= allVillages) return { state: 'checked', checkedOn: null, id: null };
	if (today < fromOn) return { state: 'coming' };
	if (today < toOn) return { state: 'running' };
	return { state: 'unchecked', villages };
}

/** A checked zero that keeps an entry out of its month: whose it is, and whether the reader may strike it out. */
export interface ZeroInTheWay {
	id: string;
	unit: { name: string; nameEn: string | null };
	/** YYYY-MM. */
	month: string;
	/** YYYY-MM-DD. */
	checkedOn: string;
	isMine: boolean;
}
