import type { Figure, FigureId } from '$lib/domain/figures/figure';
import { firstDays } from '$lib/domain/figures/unsettled';
import { keepingOf } from '$lib/domain/figures/ledger';
import type { Period, ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askFigure } from '$lib/server/db/figures/counted-parts';
import { ledgersOf, monthsAround, readTallies, type LedgerGround } from '$lib/server/db/figures/figures';
import { askKnownMonths, knownMonthsOf } from '$lib/server/db/figures/known-months';
import { answersOf, askEach, askSums, totalsOf } from '$lib/server/db/figures/figure-sums';
import { askStarts, type LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { readingOf, type FigureReading } from './figure-reading';
import { knownIn } from './known-figures';
import type { Town } from '../town';

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
	const settledOf = await readSettled(town.db, { scopes, figures: read, periods, ground });
	return scopes.map((scope) =>
		read.map((figure, nth) => {
			const [is, was] = [countsOf(scope, 0, nth), countsOf(scope, 1, nth)];
			return readingOf(figure, periods, { ground, scope, is, was, settled: settledOf(scope, figure) });
		})
	);
}

/** What figures come to up to the day before their first unsettled event. Most towns have none: then nothing is asked. */
async function readSettled(
	db: Database,
	{
		scopes,
		figures,
		periods,
		ground
	}: { scopes: readonly string[]; figures: readonly Figure[]; periods: ReportingPeriods; ground: LedgerGround }
) {
	const cut = figures.flatMap((figure) => {
		const { state, from, settledTo } = knownIn(ground, {
			figure,
			scope: '',
			period: periods.now,
			isPart: periods.isPart
		});
		return state === 'part' && from !== null && settledTo
			? [{ figure, days: firstDays(periods, from, settledTo) }]
			: [];
	});
	const asks = cut.flatMap(({ figure: { source }, days }) =>
		[days.now, days.before].map((period) => askFigure(source, period))
	);
	const answers = asks.length > 0 ? answersOf(await askSums(db, scopes, asks)) : null;
	return (scope: string, figure: Figure) => {
		const nth = cut.findIndex((one) => one.figure === figure);
		if (nth === -1) return undefined;
		const [is, was] = answers!.get(scope)!.slice(nth * 2) as number[];
		return { is: is!, was: was! };
	};
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
	// What is counted so far is a least number also where an event is not settled yet.
	const ground = { starts: { ...(starts ?? read.started![0]!), unsettled: [] }, known: knownMonthsOf(read.known) };
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
