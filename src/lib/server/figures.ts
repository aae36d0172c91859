import { figures, type FigureId, type FigureSource, type FigureUnit } from '$lib/domain/figure';
import { changeRate } from '$lib/domain/rate';
import { elapsedMonths, monthsOf, type Period, type ReportingPeriods } from '$lib/domain/reporting-period';
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

/** Every figure of a period, and of the one it is compared with, within `scope` (a unit and all below it), in the registry's order, in one round trip. */
export async function readFigures(
	db: Database,
	{ scope, periods }: { scope: string; periods: ReportingPeriods }
): Promise<FigureReading[]> {
	return (await readFiguresOf(db, { scopes: [scope], periods }))[0]!;
}

/** The same of several units at once (a town and its villages), in their order, still in one round trip. */
export async function readFiguresOf(
	db: Database,
	{ scopes, periods: { now, before, isPart } }: { scopes: readonly string[]; periods: ReportingPeriods }
): Promise<FigureReading[][]> {
	const asked = scopes.flatMap((scope) => [now, before].map((period) => ({ scope, period })));
	const tallies = await tallyRecords(db, asked);
	return scopes.map((_, nth) => {
		const [is, was] = [tallies[nth * 2]!, tallies[nth * 2 + 1]!];
		return figures.map(({ id, unit, source }) => {
			const value = valueOf(is, source, now, isPart);
			const previous = valueOf(was, source, before, isPart);
			return { id, unit, value, previous, changeRate: changeOf(value, previous) };
		});
	});
}

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}

function valueOf(tally: Tally, source: FigureSource, period: Period, isPart: boolean): number | null {
	const { banquets, declarations, activities, events, pledges, grids, guests } = ledgersWithData(tally, period);
	switch (source.from) {
		case 'banquets-held':
			return banquets ? tally.held : null;
		case 'banquets-declared':
			return declarations ? tally.declared : null;
		case 'banquets-dissuaded':
			return banquets ? tally.stopped : null;
		case 'activities':
			return activities ? entriesOf(tally, source.kinds, source.counts) : null;
		case 'events':
			return events ? eventsOf(tally, source) : null;
		case 'lecture-attendance':
			return events ? attendedOf(tally, 'lecture') : null;
		case 'pledges-in-force':
			return pledges ? tally.pledged.inForce : null;
		case 'pledges-signed':
			return pledges ? tally.pledged.signed : null;
		case 'blood-and-checkups':
			return events || activities
				? eventsOf(tally, { kind: 'blood-drive' }) + entriesOf(tally, ['disability-check-up'], 'records')
				: null;
		case 'donations':
			return events ? tally.donations[source.counts] : null;
		case 'complaints':
			return areMonthsChecked(tally, period, isPart) ? entriesOf(tally, ['complaint'], 'records') : null;
		case 'birthday-guests':
			return guests ? (tally.guests.find(({ result }) => result === source.result)?.count ?? 0) : null;
		case 'grids':
			return grids ? tally.grids : null;
		case 'grid-members':
			return grids ? (tally.members.find(({ role }) => role === source.role)?.count ?? 0) : null;
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

/**
 * Whether every month has a complaint or a checked zero. Of a part (a running period, and what it is compared with) the last month need
 * not have one before it is over; with no month over yet, whether anything is known.
 */
function areMonthsChecked(tally: Tally, period: Period, isPart: boolean): boolean {
	const checked = tally.complaintMonths.map(({ month }) => month);
	const touched = monthsOf(period);
	const over = isPart ? elapsedMonths(period) : touched;
	const asked = over.length > 0 ? over : touched;
	return asked.length > 0 && asked.every((month) => checked.includes(month));
}

const eventsOf = ({ completed }: Tally, { kind, topic }: { kind: string; topic?: string }) =>
	completed
		.filter((row) => row.kind === kind && (topic === undefined || row.topic === topic))
		.reduce((sum, { count }) => sum + count, 0);

const attendedOf = ({ completed }: Tally, kind: string) =>
	completed.filter((row) => row.kind === kind).reduce((sum, { attended }) => sum + attended, 0);

const entriesOf = ({ entries }: Tally, kinds: readonly string[], counts: 'records' | 'quantity') =>
	entries.filter(({ kind }) => kinds.includes(kind)).reduce((sum, row) => sum + row[counts], 0);
