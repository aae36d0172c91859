import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import type { FigureId } from '$lib/domain/figures/figure';
import type { Published } from '$lib/domain/releases/published';
import type { Context } from '$lib/server/context';
import { choosePeriod, type ReportPeriod } from '$lib/server/figures/report-period';
import { readPublished, publishedPeriods } from '$lib/server/releases/read-published';
import { askedWords } from '$lib/ui/figures/asked-words';

/**
 * What every public page of trends begins with: the period asked for, its words, and the query of all that is shown of it. `line`: the
 * released figure by which a period that is not over is cut; without it, by today.
 */
export async function openTrends(ctx: Context, url: URL, line: FigureId | null) {
	const root = await ctx.rootUnit();
	const [scope, today] = [root?.id ?? '', ctx.today()];
	const { starts, ...chosen } = await choosePeriod(ctx.db, { scope, query: url.searchParams, today });
	const { range, comparison } = chosen;
	const published = await readPublished(ctx.db, scope, [range, rangePeriods(range, range.toOn, comparison).before]);
	const periods = line
		? publishedPeriods(published, line, { range, comparison, today })
		: rangePeriods(range, today, comparison);
	const report = { ...chosen, periods };
	const asked = { scope, range, comparison, today, published, starts };
	return {
		report,
		words: askedWords(report),
		root,
		query: { ...asked, periods },
		/** Whether a whole year is shown that is over and was never closed. */
		isOpen: isOpen(report, today, published),
		notes: notesOf(report, line, published)
	};
}

type Report = Pick<ReportPeriod, 'asked' | 'year' | 'range' | 'periods'>;

const isOpen = ({ asked, year, range }: Report, today: string, published: Published) =>
	asked.kind === 'year' && range.toOn < today && !published.isClosed(year);

/** What a page says of the releases it shows. */
function notesOf({ asked, year, periods }: Report, line: FigureId | null, published: Published) {
	if (!line) return null;
	return {
		isPublished: published.until(line, periods.now) !== null,
		isWithdrawn: published.isWithdrawn(line, year),
		anewAt: asked.kind === 'year' ? published.anewAt(line, year) : null,
		until: periods.isPart ? periods.now.toOn : null,
		later: asked.kind === 'year' ? published.later(line, year) : 0
	};
}
