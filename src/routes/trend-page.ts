import { partReasonOf, rangePeriods } from '$lib/domain/calendar/reporting-period';
import { figures, findFigure, getFigure, type FigureId } from '$lib/domain/figures/figure';
import { ledgerNames } from '$lib/domain/figures/ledger';
import { isOfBanquets } from '$lib/domain/releases/awaited';
import { eventKindOf, isReleased } from '$lib/domain/releases/figure-class';
import {
	coverageGapOf,
	gapOf,
	isAnyBegun,
	isNeverClosed,
	partsGapOf,
	villageGapOf,
	type AskedGap,
	type Gap
} from '$lib/domain/releases/gap';
import type { Context } from '$lib/server/context';
import { askUnsettledEvents } from '$lib/server/db/events/unsettled-events';
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
	const hasBegun = isAnyBegun(starts, ledgerNames, range);
	const isKnown = line ? published.reach(line, range) !== null : hasBegun;
	const isCompared = line
		? published.valueOf(line, periods.before) !== null
		: isAnyBegun(starts, ledgerNames, periods.before);
	const report = { ...chosen, periods, part: partReasonOf(periods, { today, isKnown }), isCompared };
	const asked = { scope, range, comparison, today, published, starts };
	return {
		report,
		words: askedWords(report),
		/** The same of a figure that is counted to a day of its own (YYYY-MM-DD), as its reading says; null: as far as the period goes. */
		wordsUntil: (until: string | null) =>
			askedWords({ asked: report.asked, periods: rangePeriods(range, until ?? today, comparison) }),
		root,
		query: { ...asked, periods },
		/** Why a whole year has no number at all: it is over and was never closed, or it is before every ledger; else null. */
		yearGap: !hasBegun ? ('not-begun' as const) : isNeverClosed(range, asked) ? ('not-closed' as const) : null,
		/** Why a released figure has no number in the period; null for any other. */
		gapOf: (id: FigureId): Gap | null => {
			const figure = findFigure(figures, id);
			return figure && isReleased(figure) ? gapOf(figure, asked) : null;
		},
		/** Why no banquets by village, and no coverage of pledges, are published of the period; null where they are. */
		villageGap: villageGapOf(getFigure('banquets-held'), asked),
		coverageGap: coverageGapOf(getFigure('pledges-in-force'), asked),
		notes: line && (await notesOf(ctx, line, { ...asked, report }))
	};
}

type Report = Pick<ReportPeriod, 'asked' | 'year' | 'range' | 'periods'>;

interface Asked extends AskedGap {
	scope: string;
	report: Report;
}

/** What a page says of the releases of a figure that it shows. */
async function notesOf({ db }: Context, line: FigureId, { scope, report, ...asked }: Asked) {
	const { published } = asked;
	const { asked: period, year, periods } = report;
	const figure = findFigure(figures, line)!;
	const gap = gapOf(figure, asked);
	const kind = gap === 'not-yet' && published.isClosed(year) ? eventKindOf(figure) : null;
	const unsettled = kind ? await askUnsettledEvents(db, scope, asked.range) : [];
	return {
		gap,
		/** Why a number that is published has no parts by month, village or occasion. */
		partsGap: partsGapOf(figure, asked),
		/** How many events of a closed period keep the figure from being published. */
		unsettled: unsettled.filter((event) => event.kind === kind).length,
		isPublished: published.until(line, periods.now) !== null,
		/** Why the period's number was taken back, and that of the period before. */
		withdrawnFor: published.withdrawnFor(line, asked.range),
		wasWithdrawn: published.shownIn(line, periods.before) === 'withdrawn',
		wasWithdrawnFor: published.withdrawnFor(line, periods.before),
		anewAt: period.kind === 'year' ? published.anewAt(line, year) : null,
		again: published.again(line, year),
		until: periods.isPart ? periods.now.toOn : null,
		/** The last month that is closed already, where the published ones end before it. */
		closedTo: periods.isPart && period.kind === 'year' ? published.closedAfter(year, periods.now.toOn) : null,
		unit: figure.unit,
		later: period.kind === 'year' ? published.later(line, year) : 0,
		awaited: period.kind === 'year' && isOfBanquets(line) ? published.awaited(year) : null
	};
}
