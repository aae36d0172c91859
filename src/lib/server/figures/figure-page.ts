import { isKnownZero, ledgerOfFigure } from '$lib/domain/figures/coverage';
import type { Figure } from '$lib/domain/figures/figure';
import type { KnownExtent } from '$lib/domain/figures/known';
import { monthsOf, type Period, type ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import { compareCounts, type Counts, type Trend } from '$lib/domain/figures/trend';
import { readCoverage, type Coverage } from './coverage';
import type { Database } from '$lib/server/db/client';
import { partsIn, partsOf, type Ask } from '$lib/server/db/figures/counted-parts';
import { readSums } from '$lib/server/db/figures/figure-sums';
import { readSourceText } from '$lib/server/db/figures/figure-source';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import type { FigureReading } from './figure-reading';
import { readFigures, type FigureTown } from './figures';

export interface FigurePage {
	reading: FigureReading;
	/**
	 * By month; null for what is counted on the period's last day. A month without a report
	 * has no data.
	 */
	months: Trend | null;
	/** Null where villages do not report it. */
	coverage: Coverage | null;
	/** The query behind it, read from the database. */
	sourceText: string;
}

interface Asked {
	figure: Figure;
	/** A unit, and all below it. */
	scope: string;
	year: number;
	today: string;
	periods: ReportingPeriods;
	starts?: LedgerStarts;
}

/** All that the page of one figure says about a year, for the public. `today` is the town's date. */
export async function readFigurePage(town: FigureTown, asked: Asked): Promise<FigurePage> {
	const { db } = town;
	const { figure, scope, year, periods, starts } = asked;
	const [[reading], coverage, counts, sourceText] = await Promise.all([
		readFigures(town, { scope, periods, starts, only: [figure.id] }),
		coverageOf(town, asked, year),
		countMonths(db, asked),
		readSourceText(db, scope, figure.source, periods.now)
	]);
	const { known: is, knownBefore } = reading!;
	// What is known in part has no month that its number leaves out, nor has the period beside it.
	const cut = reading!.part === null ? null : { now: is.to, before: sameMonth(is.to, periods) };
	const months = counts && {
		now: dueMonths(counts.now, periods.now, is, cut?.now),
		before: dueMonths(counts.before, periods.before, knownBefore, cut?.before)
	};
	// The year before is looked into only where it has a month without records.
	const was = months?.before.some(isEmpty) ? await coverageOf(town, asked, year - 1) : null;
	return {
		reading: reading!,
		months: months && compareCounts(allMonths, known(months.now, coverage, is), known(months.before, was, knownBefore)),
		coverage,
		sourceText
	};
}

const allMonths = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

async function coverageOf(town: FigureTown, { figure, scope, today }: Asked, year: number): Promise<Coverage | null> {
	const ledger = ledgerOfFigure(figure.source);
	if (!ledger) return null;
	return (
		await readCoverage(town.db, { scope, year, today, ledgers: [ledger], added: await town.registry(), ofYear: true })
	)[0]!;
}

/** What a figure's records add up to by month (YYYY-MM); null for what is counted on the period's last day. */
async function countMonths(db: Database, { figure: { source }, scope, periods: { now, before } }: Asked) {
	if (!partsOf(source)) return null;
	const asks: Ask[] = [now, before].map((period) => ({ of: partsIn(source, period)!, period, byMonth: true }));
	const [is, was] = (await readSums(db, scope, asks)) as Record<string, number>[];
	return { now: is!, before: was! };
}

/** A month ('01' to '12') that is due, and what it has. */
interface DueMonth {
	month: string;
	count: number;
}

const isEmpty = ({ count }: DueMonth) => !(count > 0);

/** The month (YYYY-MM) of the other period that a month is compared with; null for none. */
const sameMonth = (month: string | null, { now, before }: ReportingPeriods): string | null =>
	month === null ? null : (monthsOf(before)[monthsOf(now).indexOf(month)] ?? null);

/** The months that the total has: those in which the ledger was kept, and none after what is known; nor after `cut`, where it is given. */
function dueMonths(
	counts: Record<string, number>,
	period: Period,
	{ from, to, due, isCut, state }: KnownExtent,
	cut?: string | null
) {
	if (from === null || to === null || cut === null) return [];
	const known = state === 'part' ? to : isCut ? due! : period.toOn.slice(0, 7);
	const last = cut !== undefined && cut < known ? cut : known;
	return monthsOf(period)
		.filter((month) => month >= from && month <= last)
		.map((month) => ({ month: month.slice(5), count: Math.max(0, counts[month] ?? 0) }));
}

/** With zeros for the months that are known to have none: every village that reports the ledger said so, or the town kept it until then. */
function known(due: readonly DueMonth[], coverage: Coverage | null, { to }: KnownExtent): Counts {
	const isZero = ({ month }: DueMonth) =>
		coverage ? isKnownZero(coverage.rows, Number(month) - 1) : to !== null && month <= to.slice(5);
	return new Map(due.filter((one) => !isEmpty(one) || isZero(one)).map(({ month, count }) => [month, count]));
}
