import { figures, type Figure, type FigureId, type FigureUnit } from '$lib/domain/figures/figure';
import { changeRate } from '$lib/domain/figures/rate';
import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askFigure } from '$lib/server/db/figures/counted-parts';
import { readTallies } from '$lib/server/db/figures/figures';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { isKnown } from './known-figures';
import type { TrendPart } from './trend-asker';

export interface FigureReading {
	id: FigureId;
	unit: FigureUnit;
	/** Null: no data, which differs from zero. */
	value: number | null;
	previous: number | null;
	/** Percent, one decimal; null where there is nothing to compare with, or the base is 0. */
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
	const { now, before, isPart } = periods;
	const read = (figures as readonly Figure[]).filter(({ id }) => only?.includes(id) ?? true);
	const tallies = await readTallies(db, scopes, { figures: read, periods: [now, before], starts });
	return tallies.map(([is, was]) =>
		read.map(({ id, unit, source }, at) => {
			const value = isKnown(is!, source, now, isPart) ? is!.counts[at]! : null;
			const previous = isKnown(was!, source, before, isPart) ? was!.counts[at]! : null;
			return { id, unit, value, previous, changeRate: changeOf(value, previous) };
		})
	);
}

/** What some figures of several units count in a period, each in the order of `figures`; null without data. One round trip. */
export async function readCountsOf(
	db: Database,
	{
		scopes,
		figures,
		period,
		isPart
	}: { scopes: readonly string[]; figures: readonly Figure[]; period: Period; isPart: boolean }
): Promise<(number | null)[][]> {
	const tallies = await readTallies(db, scopes, { figures, periods: [period] });
	return tallies.map(([tally]) =>
		figures.map(({ source }, at) => (isKnown(tally!, source, period, isPart) ? tally!.counts[at]! : null))
	);
}

/** Some figures as part of a page of trends; not complaints, which ask for more than counts. */
export const figuresPart =
	(only: readonly Exclude<FigureId, 'complaints'>[]): TrendPart<FigureReading[]> =>
	({ query, starts, ofWhole }) => {
		const { now, before, isPart } = query.periods;
		const asked = figures
			.filter(({ id }) => (only as readonly FigureId[]).includes(id))
			.map((figure: Figure) => ({
				...figure,
				is: ofWhole(askFigure(figure.source, now)),
				was: ofWhole(askFigure(figure.source, before))
			}));
		return () =>
			asked.map(({ id, unit, source, is, was }) => {
				const known = { starts: starts(), checkedMonths: new Set<string>() };
				const value = isKnown(known, source, now, isPart) ? (is() as number) : null;
				const previous = isKnown(known, source, before, isPart) ? (was() as number) : null;
				return { id, unit, value, previous, changeRate: changeOf(value, previous) };
			});
	};

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}
