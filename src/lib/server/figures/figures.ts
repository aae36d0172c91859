import { getFigure, type BuiltInFigureId, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { keepingOf } from '$lib/domain/figures/ledger';
import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askFigure, partsOf } from '$lib/server/db/figures/counted-parts';
import { ledgersOf, monthsAround, readTallies } from '$lib/server/db/figures/figures';
import { askKnownMonths, knownMonthsOf } from '$lib/server/db/figures/known-months';
import { askEach, totalsOf } from '$lib/server/db/figures/figure-sums';
import { askStarts, type LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { readingOf, type FigureReading } from './figure-reading';
import { knownIn } from './known-figures';
import type { Town } from '../town';
import type { TrendPart } from './trend-asker';

/** What figures of a town are read from. */
export type FigureTown = Pick<Town, 'db' | 'registry'>;

/** Which figures are read, and what is known already. */
interface Reading {
	periods: ReportingPeriods;
	/** These alone; all of the town's registry where it is left out. */
	only?: readonly FigureId[];
	/** Read with them where they are left out. */
	starts?: LedgerStarts;
}

/** Every figure of a period, and of the one it is compared with, within `scope` (a unit and all below it), in the registry's order, in one round trip. */
export async function readFigures(
	town: FigureTown,
	{ scope, ...reading }: Reading & { scope: string }
): Promise<FigureReading[]> {
	return (await readFiguresOf(town, { scopes: [scope], ...reading }))[0]!;
}

/** The same of several units at once (a town and its villages), in their order, still in one round trip. */
export async function readFiguresOf(
	town: FigureTown,
	{ scopes, periods, only, starts }: Reading & { scopes: readonly string[] }
): Promise<FigureReading[][]> {
	const { figures } = await town.registry();
	const read = figures.filter(({ id }) => only?.includes(id) ?? true);
	const { ground, countsOf } = await readTallies(town.db, scopes, {
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

/**
 * What figures have counted in a period, each of one unit within `scope`, and whether that is known whole; in the order of `pairs`. One round
 * trip.
 */
export async function readEachCount(
	db: Database,
	{
		scope,
		pairs,
		period,
		isPart,
		starts
	}: {
		scope: string;
		pairs: readonly { figure: Figure; unitId: string }[];
		period: Period;
		isPart: boolean;
		starts?: LedgerStarts;
	}
): Promise<{ count: number; isKnown: boolean }[]> {
	const scopes = [...new Set(pairs.map(({ unitId }) => unitId))];
	const ledgers = ledgersOf(pairs.map(({ figure }) => figure));
	const asks = new Map(pairs.map(({ figure }) => [figure, askFigure(figure.source, period)]));
	const read = await readTogether(db, {
		counts: askEach(
			db,
			scope,
			pairs.map(({ figure, unitId }) => ({ unit: unitId, ask: asks.get(figure)! }))
		),
		started: starts ? null : askStarts(db, {}),
		known: askKnownMonths(db, { scopes, ledgers, ...monthsAround([period]) })
	});
	const counts = totalsOf(read.counts);
	const ground = { starts: starts ?? read.started![0]!, known: knownMonthsOf(read.known) };
	const isKnown = (figure: Figure, unitId: string) =>
		knownIn(ground, { figure, scope: unitId, period, isPart }).state === 'known';
	// What the town keeps is known alike of all of its units.
	const ofTown = new Map<FigureId, boolean>();
	for (const { figure } of pairs)
		if (keepingOf(figure.source).by !== 'villages' && !ofTown.has(figure.id))
			ofTown.set(figure.id, isKnown(figure, ''));
	return pairs.map(({ figure, unitId }, at) => ({
		count: counts[at]!,
		isKnown: ofTown.get(figure.id) ?? isKnown(figure, unitId)
	}));
}

/** Some figures as part of a page of trends. */
export const figuresPart =
	(only: readonly BuiltInFigureId[]): TrendPart<FigureReading[]> =>
	({ db, query: { scope, periods }, starts, ofWhole, rows }) => {
		const { now, before } = periods;
		const list = only.map(getFigure);
		const ledgers = ledgersOf(list);
		const months = rows(askKnownMonths(db, { scopes: [scope], ledgers, ...monthsAround([now, before]) }));
		const asked = list.map((figure) => {
			const byMonth = partsOf(figure.source) !== null;
			const [is, was] = [now, before].map((period) => ofWhole({ ...askFigure(figure.source, period), byMonth }));
			return { figure, is: is!, was: was! };
		});
		return () => {
			const ground = { starts: starts(), known: knownMonthsOf(months()) };
			return asked.map(({ figure, is, was }) => readingOf(figure, periods, { ground, scope, is: is(), was: was() }));
		};
	};
