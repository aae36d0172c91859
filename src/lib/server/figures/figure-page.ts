import { isKnownZero, ledgerOfFigure } from '$lib/domain/figures/coverage';
import type { Figure, FigureSource } from '$lib/domain/figures/figure';
import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import { compareYears, type Counts, type Trend } from '$lib/domain/figures/trend';
import { readCoverage, type Coverage } from './coverage';
import type { Database } from '$lib/server/db/client';
import { countedByMonth } from '$lib/server/db/figures/figure-counts';
import { partsOf } from '$lib/server/db/figures/counted-parts';
import { readSourceText } from '$lib/server/db/figures/figure-source';
import { readFigures, type FigureReading } from './figures';

export interface FigurePage {
	reading: FigureReading;
	/**
	 * By month, small numbers withheld; null for what is counted on the period's last day. A month without a report
	 * has no data.
	 */
	months: Trend | null;
	/** Null where villages do not report it. */
	coverage: Coverage | null;
	/** The query behind it, read from the database. */
	sourceText: string;
}

/** All that the page of one figure says about a year, for the public. `today` is the town's date. */
export async function readFigurePage(
	db: Database,
	{ figure, scope, year, today, periods }: Asked
): Promise<FigurePage> {
	const ledger = ledgerOfFigure(figure.source);
	const coverageOf = (year: number) =>
		ledger ? readCoverage(db, { scope, year, today, ledgers: [ledger] }) : Promise.resolve([]);
	const [figures, [is], [was], now, before, sourceText] = await Promise.all([
		readFigures(db, { scope, periods }),
		...([coverageOf(year), coverageOf(year - 1)] as const),
		countMonths(db, scope, figure.source, periods.now),
		countMonths(db, scope, figure.source, periods.before),
		readSourceText(db, scope, figure.source, periods.now)
	]);
	const reading = figures.find(({ id }) => id === figure.id)!;
	return {
		reading,
		months:
			now && before
				? compareYears(
						months,
						known(now, periods.now, reading.value, is ?? null),
						known(before, periods.before, reading.previous, was ?? null)
					)
				: null,
		coverage: is ?? null,
		sourceText
	};
}

interface Asked {
	figure: Figure;
	/** A unit, and all below it. */
	scope: string;
	year: number;
	today: string;
	periods: ReportingPeriods;
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** What a figure's records add up to by month ('01' to '12'); null for what is counted on the period's last day. */
async function countMonths(db: Database, scope: string, source: FigureSource, period: Period) {
	const parts = partsOf(source);
	return parts && countedByMonth(db, scope, period, parts);
}

/** With zeros for the months that are known to have none: every village that reports the ledger said so. */
function known(counts: Counts, { fromOn, toOn }: Period, value: number | null, coverage: Coverage | null): Counts {
	if (value === null || toOn < fromOn) return new Map();
	const due = months.filter((month) => Number(month) <= Number(toOn.slice(5, 7)));
	return new Map(
		due
			.filter((month) => counts.has(month) || !coverage || isKnownZero(coverage.rows, Number(month) - 1))
			.map((month) => [month, counts.get(month) ?? 0])
	);
}
