import type { AskedPeriod } from '$lib/domain/figures/asked-period';
import { findFigure } from '$lib/domain/figures/figure';
import { isPublishedFor } from '$lib/domain/figures/public-figure';
import type { Context } from '$lib/server/context';
import type { FigureReading } from '$lib/server/figures/figure-reading';
import { choosePeriod } from '$lib/server/figures/report-period';
import { askedWords } from '$lib/ui/figures/asked-words';

/** What every public page of trends begins with: the period asked for, its words, and the query of all that is counted in it. */
export async function openTrends(ctx: Context, url: URL) {
	const root = await ctx.rootUnit();
	const scope = root?.id ?? '';
	const { starts, ...report } = await choosePeriod(ctx.db, { scope, query: url.searchParams, today: ctx.today() });
	const { range, periods } = report;
	return { report, words: askedWords(report), root, query: { scope, range, periods, starts } };
}

/** The figures of a period that are public as bare numbers, in the registry's order. */
export const publicFigures = (figures: readonly FigureReading[], { asked }: { asked: AskedPeriod }): FigureReading[] =>
	figures.filter(({ id }) => isPublishedFor(findFigure(id)!, asked));
