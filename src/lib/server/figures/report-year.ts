import { yearOf } from '$lib/domain/calendar/calendar';
import type { Database } from '$lib/server/db/client';
import { readGround, type FigureGround } from '$lib/server/db/figures/ledger-starts';

/** Why a page of figures shows this year and no other. */
export type WhyYear = 'asked' | 'running' | 'last-closed' | 'last-whole';

/** The year a page of figures shows, and those it offers, the latest first; with the unit, and the ledgers' first days. */
export interface ReportYear extends Pick<FigureGround, 'unit' | 'starts'> {
	year: number;
	why: WhyYear;
	years: number[];
}

interface Asked {
	scope: string;
	/** Text of an address. */
	asked: string | null;
	/** The town's date. */
	today: string;
	/** Staff see the running year first. The public sees the last whole one, for a running year is told only in part. */
	reader?: 'staff' | 'public';
}

/**
 * The year asked for, if it is one of this century and has begun; else the one that the reader sees first. Offered is each year with a
 * record in any ledger of `scope`, to the public each that is closed or has work of the town. Of whole years the last that is closed comes first,
 * else the last with records.
 */
export async function chooseYear(db: Database, { scope, asked, today, reader = 'public' }: Asked): Promise<ReportYear> {
	const { recorded, worked, closed, ...ground } = await readGround(db, scope, today);
	const running = yearOf(today);
	const isAsked = /^20\d\d$/.test(asked ?? '') && Number(asked) <= running;
	const first =
		reader === 'staff' ? { year: running, why: 'running' as const } : lastWhole({ recorded: worked, closed, running });
	const { year, why } = isAsked ? { year: Number(asked), why: 'asked' as const } : first;
	const offered = new Set(reader === 'staff' ? [...recorded, year, running] : [...worked, ...closed, year]);
	return { year, why, years: [...offered].sort((a, b) => b - a), ...ground };
}

function lastWhole({ recorded, closed, running }: { recorded: number[]; closed: number[]; running: number }) {
	const [lastClosed, lastRecorded] = [closed, recorded].map((years) => years.find((year) => year < running));
	if (lastClosed !== undefined) return { year: lastClosed, why: 'last-closed' as const };
	if (lastRecorded !== undefined) return { year: lastRecorded, why: 'last-whole' as const };
	return { year: running, why: 'running' as const };
}
