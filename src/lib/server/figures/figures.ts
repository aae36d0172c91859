import { figures, type Figure, type FigureId, type FigureUnit } from '$lib/domain/figures/figure';
import { isComparable, late, type KnownExtent } from '$lib/domain/figures/known';
import { changeRate } from '$lib/domain/figures/rate';
import { monthsOf, type Period, type ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askFigure, partsOf } from '$lib/server/db/figures/counted-parts';
import type { Answer } from '$lib/server/db/figures/figure-sums';
import { ledgersOf, monthsAround, readTallies, type LedgerGround } from '$lib/server/db/figures/figures';
import { askKnownMonths, knownMonthsOf } from '$lib/server/db/figures/known-months';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { knownIn } from './known-figures';
import type { TrendPart } from './trend-asker';

export interface FigureReading {
	id: FigureId;
	unit: FigureUnit;
	/** Null: not known whole, which differs from zero. */
	value: number | null;
	previous: number | null;
	/** Percent, one decimal; null where there is nothing to compare with, the base is 0, or one of the two begins later than the other. */
	changeRate: number | null;
	/** How far each period is known. */
	known: KnownExtent;
	knownBefore: KnownExtent;
	/** What is known of a period that is known in part. */
	part: PartReading | null;
}

/** The first months of a period, up to `to` (YYYY-MM), and the same of the one it is compared with where those are known too. */
export interface PartReading {
	to: string;
	value: number;
	previous: number | null;
	changeRate: number | null;
}

/** Which figures are read, and what is known already. */
interface Reading {
	periods: ReportingPeriods;
	/** These alone; all of them where it is left out. */
	only?: readonly FigureId[];
	/** Read with them where they are left out. */
	starts?: LedgerStarts;
}

/** Every figure of a period, and of the one it is compared with, within `scope` (a unit and all below it), in the registry's order, in one round trip. */
export async function readFigures(
	db: Database,
	{ scope, ...reading }: Reading & { scope: string }
): Promise<FigureReading[]> {
	return (await readFiguresOf(db, { scopes: [scope], ...reading }))[0]!;
}

/** The same of several units at once (a town and its villages), in their order, still in one round trip. */
export async function readFiguresOf(
	db: Database,
	{ scopes, periods, only, starts }: Reading & { scopes: readonly string[] }
): Promise<FigureReading[][]> {
	const read = (figures as readonly Figure[]).filter(({ id }) => only?.includes(id) ?? true);
	const { ground, countsOf } = await readTallies(db, scopes, {
		figures: read,
		periods: [periods.now, periods.before],
		starts
	});
	return scopes.map((scope) =>
		read.map((figure, nth) =>
			readingOf(figure, periods, { ground, scope, is: countsOf(scope, 0, nth), was: countsOf(scope, 1, nth) })
		)
	);
}

/** What a figure is read from. */
interface Counted {
	ground: LedgerGround;
	scope: string;
	is: Answer;
	was: Answer;
}

function readingOf(figure: Figure, periods: ReportingPeriods, { ground, scope, is, was }: Counted): FigureReading {
	const { now, before, isPart } = periods;
	const known = knownIn(ground, { figure, scope, period: now, isPart, counts: is });
	// The period that it is compared with is over, whichever day it ends on.
	const knownBefore = knownIn(ground, { figure, scope, period: before, isPart: false, counts: was });
	const [value, previous] = [wholeOf(is, known), wholeOf(was, knownBefore)];
	return {
		id: figure.id,
		unit: figure.unit,
		value,
		previous,
		changeRate: isComparable(known, knownBefore, periods) ? changeOf(value, previous) : null,
		known,
		knownBefore,
		part: partOf(is, was, { known, knownBefore, periods })
	};
}

const wholeOf = (counts: Answer, { state, from }: KnownExtent): number | null =>
	state === 'known' ? sumBetween(counts, from!) : null;

/** The sum from a month on. Records before the ledger begins do not count, and what lies in a month that is running does. */
function sumBetween(counts: Answer, from: string, to?: string): number {
	if (typeof counts === 'number') return counts;
	return Object.entries(counts)
		.filter(([month]) => month >= from && (to === undefined || month <= to))
		.reduce((sum, [, count]) => sum + count, 0);
}

function partOf(
	is: Answer,
	was: Answer,
	{ known, knownBefore, periods }: { known: KnownExtent; knownBefore: KnownExtent; periods: ReportingPeriods }
): PartReading | null {
	const { state, from, to } = known;
	if (state !== 'part' || from === null || to === null) return null;
	const value = sumBetween(is, from, to);
	const last = monthsOf(periods.before)[monthsOf(periods.now).indexOf(to)];
	const isAlike = knownBefore.from !== null && late(known, periods.now) === late(knownBefore, periods.before);
	const isReached = last !== undefined && knownBefore.to !== null && knownBefore.to >= last;
	const previous = isAlike && isReached ? sumBetween(was, knownBefore.from!, last) : null;
	return { to, value, previous, changeRate: changeOf(value, previous) };
}

/** What some figures of several units have counted in a period, each in the order of `figures`, and whether that is known whole. One round trip. */
export async function readCountsOf(
	db: Database,
	{
		scopes,
		figures,
		period,
		isPart,
		starts
	}: {
		scopes: readonly string[];
		figures: readonly Figure[];
		period: Period;
		isPart: boolean;
		starts?: LedgerStarts;
	}
): Promise<{ count: number; isKnown: boolean }[][]> {
	const { ground, countsOf } = await readTallies(db, scopes, { figures, periods: [period], starts, isTotal: true });
	return scopes.map((scope) =>
		figures.map((figure, nth) => ({
			count: countsOf(scope, 0, nth) as number,
			isKnown: knownIn(ground, { figure, scope, period, isPart }).state === 'known'
		}))
	);
}

/** Some figures as part of a page of trends. */
export const figuresPart =
	(only: readonly FigureId[]): TrendPart<FigureReading[]> =>
	({ db, query: { scope, periods }, starts, ofWhole, rows }) => {
		const { now, before } = periods;
		const list = (figures as readonly Figure[]).filter(({ id }) => only.includes(id));
		const ledgers = ledgersOf(list);
		const months = rows(askKnownMonths(db, { scopes: [scope], ledgers, ...monthsAround([now, before]) }));
		const asked = list.map((figure) => {
			const byMonth = partsOf(figure.source) !== null;
			const [is, was] = [now, before].map((period) => ofWhole({ ...askFigure(figure.source, period), byMonth }));
			return { figure, is: is!, was: was! };
		});
		return () => {
			const ground = { starts: starts(), known: knownMonthsOf(months(), ledgers) };
			return asked.map(({ figure, is, was }) => readingOf(figure, periods, { ground, scope, is: is(), was: was() }));
		};
	};

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}
