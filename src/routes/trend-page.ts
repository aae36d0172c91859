import type { AskedPeriod } from '$lib/domain/figures/asked-period';
import { findFigure } from '$lib/domain/figures/figure';
import { isPublishedFor } from '$lib/domain/figures/public-figure';
import type { Context } from '$lib/server/context';
import { readFigures, type FigureReading } from '$lib/server/figures/figures';
import type { TrendQuery } from '$lib/server/figures/trend-source';
import { choosePeriod } from '$lib/server/figures/report-period';
import { askedWords } from '$lib/ui/figures/asked-words';

/** What every public page of trends begins with: the period asked for, its words, and the query of all that is counted in it. */
export async function openTrends(ctx: Context, url: URL) {
	const root = await ctx.rootUnit();
	const scope = root?.id ?? '';
	const report = await choosePeriod(ctx.db, { scope, query: url.searchParams, today: ctx.today() });
	const { range, periods } = report;
	return { report, words: askedWords(report), root, query: { scope, range, periods } };
}

/** The figures of a period that are public as bare numbers, in the registry's order. */
export async function readPublicFigures(
	ctx: Context,
	query: TrendQuery,
	{ asked }: { asked: AskedPeriod }
): Promise<FigureReading[]> {
	const figures = await readFigures(ctx.db, query);
	return figures.filter(({ id }) => isPublishedFor(findFigure(id)!, asked));
}
