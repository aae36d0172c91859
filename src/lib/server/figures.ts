import { figures, type FigureId, type FigureSource, type FigureUnit } from '$lib/domain/figure';
import { changeRate } from '$lib/domain/rate';
import { elapsedMonths, reportingPeriods, type Period, type ReportingPeriods } from '$lib/domain/reporting-period';
import type { Database } from './db/client';
import { tallyRecords, type Tally } from './db/figures';

export interface FigureReading {
	id: FigureId;
	unit: FigureUnit;
	/** Null: no data, which differs from zero. */
	value: number | null;
	previous: number | null;
	/** Percent, one decimal; null where there is nothing to compare with, or the base is 0. */
	changeRate: number | null;
}

/**
 * Every figure of a year within `scope` (a unit and all below it), in the registry's order, in one round trip.
 * While the year runs, it is counted up to `today` (the town's date) and compared with the same days of last year.
 */
export async function readFigures(
	db: Database,
	{ scope, year, today }: { scope: string; year: number; today: string }
): Promise<FigureReading[]> {
	return (await readFiguresOf(db, { scopes: [scope], year, today }))[0]!;
}

/** The same of several units at once (a town and its villages), in their order, still in one round trip. */
export async function readFiguresOf(
	db: Database,
	{ scopes, year, today }: { scopes: readonly string[]; year: number; today: string }
): Promise<FigureReading[][]> {
	const periods = reportingPeriods(year, today);
	return (await tallyRecords(db, scopes, periods)).map((tally) => readingsOf(tally, periods));
}

function readingsOf(tally: Tally, periods: ReportingPeriods): FigureReading[] {
	return figures.map(({ id, unit, source }) => {
		const value = valueOf(tally, source, periods, 'now');
		const previous = valueOf(tally, source, periods, 'before');
		return { id, unit, value, previous, changeRate: changeOf(value, previous) };
	});
}

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}

type Which = 'now' | 'before';

function valueOf(tally: Tally, source: FigureSource, periods: ReportingPeriods, which: Which): number | null {
	const period = periods[which];
	const { banquets, declarations, activities, events, pledges, grids, guests } = ledgersWithData(tally, period);
	switch (source.from) {
		case 'banquets-held':
			return banquets ? total(tally.held, which) : null;
		case 'banquets-declared':
			return declarations ? total(tally.declared, which) : null;
		case 'banquets-dissuaded':
			return banquets ? total(tally.stopped, which) : null;
		case 'activities':
			return activities ? entriesOf(tally, source.kinds, source.counts, which) : null;
		case 'events':
			return events ? eventsOf(tally, source, which) : null;
		case 'lecture-attendance':
			return events ? attendedOf(tally, 'lecture', which) : null;
		case 'pledges-in-force':
			return pledges ? tally.pledged[which] : null;
		case 'pledges-signed':
			return pledges ? tally.pledged[which === 'now' ? 'signedNow' : 'signedBefore'] : null;
		case 'blood-and-checkups':
			return events || activities
				? eventsOf(tally, { kind: 'blood-drive' }, which) + entriesOf(tally, ['disability-check-up'], 'records', which)
				: null;
		case 'donations':
			return events ? (tally.donations.find(({ period }) => period === which)?.[source.counts] ?? 0) : null;
		case 'complaints':
			return areMonthsChecked(tally, period) ? entriesOf(tally, ['complaint'], 'records', which) : null;
		case 'birthday-guests':
			return guests
				? total(
						tally.guests.filter(({ result }) => result === source.result),
						which
					)
				: null;
		case 'grids':
			return grids ? tally.grids[which] : null;
		case 'grid-members':
			return grids ? (tally.members.find(({ role }) => role === source.role)?.[which] ?? 0) : null;
	}
}

/** Which ledgers had been begun by the period's end. */
function ledgersWithData({ ledger }: Tally, { fromOn, toOn }: Period) {
	const isBegun = (first: string | null) => first !== null && first <= toOn && fromOn <= toOn;
	return {
		banquets: isBegun(ledger.banquets),
		declarations: isBegun(ledger.declarations),
		activities: isBegun(ledger.activities),
		events: isBegun(ledger.events),
		pledges: isBegun(ledger.pledges),
		guests: isBegun(ledger.guests),
		grids: isBegun(ledger.grids)
	};
}

/** Whether every month that is over has a complaint or a checked zero; with no month over yet, whether anything is known. */
function areMonthsChecked(tally: Tally, period: Period): boolean {
	const checked = tally.complaintMonths.map(({ month }) => month);
	const months = elapsedMonths(period);
	if (months.length === 0) return checked.includes(period.toOn.slice(0, 7)) && period.fromOn <= period.toOn;
	return months.every((month) => checked.includes(month));
}

const total = (rows: readonly { period: Which; count: number }[], which: Which) =>
	rows.filter(({ period }) => period === which).reduce((sum, { count }) => sum + count, 0);

const eventsOf = ({ completed }: Tally, { kind, topic }: { kind: string; topic?: string }, which: Which) =>
	total(
		completed.filter((row) => row.kind === kind && (topic === undefined || row.topic === topic)),
		which
	);

const attendedOf = ({ completed }: Tally, kind: string, which: Which) =>
	completed.filter((row) => row.kind === kind && row.period === which).reduce((sum, { attended }) => sum + attended, 0);

const entriesOf = ({ entries }: Tally, kinds: readonly string[], counts: 'records' | 'quantity', which: Which) =>
	entries.filter((row) => row.period === which && kinds.includes(row.kind)).reduce((sum, row) => sum + row[counts], 0);
