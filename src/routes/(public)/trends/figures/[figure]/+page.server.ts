import { error } from '@sveltejs/kit';
import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { findFigure } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import { readPublicFigurePage } from '$lib/server/releases/public-figure-page';
import { unitName } from '$lib/ui/units/unit-name';
import { openTrends } from '../../../../trend-page';
import { pageOfVillages } from '../../../../village-pages';
import type { PageServerLoad } from './$types';

/** Whether a split of a day leaves the old village one row of a year. */
const isWithinYear = (on: string, year: number) => yearOf(on) === year && on > yearBounds(year).fromOn;

/** Villages on a page, each with its twelve months. */
const rowsOnPage = 24;

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const figure = findFigure((await ctx.registry()).figures, params.figure);
	if (!figure) error(404);
	const asked = new URL(url);
	// One figure is shown by years.
	for (const part of ['quarter', 'month', 'from', 'to', 'compare']) asked.searchParams.delete(part);
	const { report, query, notes, root, wordsUntil } = await openTrends(
		ctx,
		asked,
		isReleased(figure) ? figure.id : null
	);
	const page = await readPublicFigurePage(ctx, { ...query, figure, year: report.year });
	return {
		id: figure.id,
		source: figure.source,
		year: report.year,
		years: report.years,
		periods: report.periods.isPart
			? rangePeriods(report.range, page.reading.until ?? report.periods.now.toOn)
			: report.periods,
		isOther: report.isOther,
		words: wordsUntil(page.reading.until),
		notes,
		mergers: query.published.mergers.filter(({ onDate }) => yearOf(onDate) === report.year && onDate <= ctx.today()),
		splits: query.published.splits.filter(({ onDate }) => isWithinYear(onDate, report.year) && onDate <= ctx.today()),
		/** The number of the snapshot that the year's number was published from. */
		snapshot: query.published.snapshotOf(figure.id, report.year),
		...page,
		coverage: page.coverage && {
			...page.coverage,
			rows: pageOfVillages(url.searchParams, page.coverage.rows, {
				size: rowsOnPage,
				nameOf: unitName,
				anchor: 'coverage'
			})
		},
		unit: root && { name: root.name, nameEn: root.nameEn },
		isStaff: ctx.actor.kind === 'account' && ctx.actor.role !== 'volunteer'
	};
};
