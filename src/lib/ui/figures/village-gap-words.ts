import type { Gap } from '$lib/domain/releases/gap';
import { m } from '$lib/paraglide/messages.js';
import { gapWords } from './gap-words';

interface Asked {
	/** The period, in words. */
	now: string;
	year: number;
	/** Whether every month of the year is closed. */
	isClosed: boolean;
	/** Why the table was taken back. */
	reason?: string | null;
}

/** Whether a year's villages wait for it to be closed whole: they are published once a year. */
export const waitsForYear = (gap: Gap | 'few', { isClosed }: Pick<Asked, 'isClosed'>): boolean =>
	gap === 'not-yet' && !isClosed;

/** Why there is no number of a figure by village. */
export function villageGapWords(gap: Gap | 'few', { now, year, isClosed, reason }: Asked): string {
	if (gap === 'coarser') return m.trends_told_villages_cut({ now });
	if (gap === 'few') return m.trends_told_villages_few({ now });
	if (waitsForYear(gap, { isClosed })) return m.trends_told_no_villages({ year, next: year + 1 });
	return gapWords(gap, now, { reason });
}
