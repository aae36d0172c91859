import { getFigure, type BuiltInFigureId, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { keepingOf } from '$lib/domain/figures/ledger';
import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askFigure, partsOf } from '$lib/server/db/figures/counted-parts';
import { ledgersOf, monthsAround, readTallies } from '$lib/server/db/figures/figures';
import { askKnownMonths, knownMonthsOf } from '$lib/server/db/figures/known-months';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
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
	const isKnown = (figure: Figure, scope: string) =>
		knownIn(ground, { figure, scope, period, isPart }).state === 'known';
	// What the town keeps is known alike of all of its units.
	const ofTown = figures.map((figure) => (keepingOf(figure.source).by === 'villages' ? null : isKnown(figure, '')));
	return scopes.map((scope) =>
		figures.map((figure, nth) => ({
			count: countsOf(scope, 0, nth) as number,
			isKnown: ofTown[nth] ?? isKnown(figure, scope)
		}))
	);
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
