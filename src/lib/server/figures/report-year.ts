import { yearOf } from '$lib/domain/calendar/calendar';
import type { Database } from '$lib/server/db/client';
import { readGround, type FigureGround } from '$lib/server/db/figures/ledger-starts';

/** The year a page of figures shows, and those it offers, the latest first; with the unit, and the ledgers' first days. */
export interface ReportYear extends Pick<FigureGround, 'unit' | 'starts'> {
	year: number;
	years: number[];
}

/**
 * The year asked for (text of an address), if it is one of this century and has begun; else the last year with
 * banquets on record within `scope`, so that the page is not empty; else this year. `today` is the town's date.
 */
export async function chooseYear(
	db: Database,
	{ scope, asked, today }: { scope: string; asked: string | null; today: string }
): Promise<ReportYear> {
	const { held, ...ground } = await readGround(db, scope, today);
	const isAsked = /^20\d\d$/.test(asked ?? '') && Number(asked) <= yearOf(today);
	const year = isAsked ? Number(asked) : (held[0] ?? yearOf(today));
	const years = held.includes(year) ? held : [...held, year].sort((a, b) => b - a);
	return { year, years, ...ground };
}
