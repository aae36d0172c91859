import { isReleased } from '$lib/domain/releases/figure-class';
import { findFigure } from '$lib/domain/figures/figure';
import { listPublicYears } from '$lib/server/db/reviews/reports';
import { listPublicSnapshots } from '$lib/server/db/reviews/snapshots';
import { endsOf, readPublicFigures, wholeReadings } from '$lib/server/releases/public-figures';
import { publicRevision } from '$lib/server/reviews/public-revision';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, query, yearGap, gapOf, wordsUntil } = await openTrends(ctx, url, null);
	const figures = await readPublicFigures(ctx, query);
	const ends = endsOf(figures, query);
	const registry = await ctx.registry();
	const isYear = report.asked.kind === 'year';
	// Of what is released, the years' notes say what came later.
	const readings = figures.filter(({ id }) => !isReleased(findFigure(registry.figures, id)!));
	const [closed, reviewed, snapshots] = await Promise.all([
		isYear
			? readClosedPeriod(ctx, { unitId: query.scope, period: query.periods.now, readings: wholeReadings(readings) })
			: null,
		listPublicYears(ctx.db, query.scope),
		isYear ? listPublicSnapshots(ctx.db, query.scope, query.range) : []
	]);
	const ofYear = snapshots.findLast(
		({ period }) => period.toOn === query.range.toOn && period.fromOn === query.range.fromOn
	);
	return {
		report,
		ends,
		/** Of the days up to which all figures are counted, where these are the same. */
		words: wordsUntil(ends.length === 1 ? ends[0]! : null),
		yearGap,
		figures,
		later: isYear
			? figures
					.map(({ id, unit }) => ({ id, unit, count: query.published.later(id, report.year) }))
					.filter(({ count }) => count !== 0)
			: [],
		settled: closed &&
			ofYear && {
				number: ofYear.number,
				at: ofYear.at,
				revisions: closed.revisions.map(publicRevision),
				/** Other snapshots that numbers of the year were published from, which this one leaves as they are. */
				released: [...new Set(figures.flatMap(({ id }) => query.published.snapshotOf(id, report.year) ?? []))].sort(
					(a, b) => a - b
				),
				/** The figures that were left out since villages owe months of them. */
				unreported: figures.map(({ id }) => id).filter((id) => gapOf(id) === 'unreported')
			},
		/** Why snapshots of the year were taken again that changed a number, as the form promises. */
		retaken: snapshots.filter(({ reason }) => reason !== ''),
		hasReport: isYear && reviewed.includes(report.year)
	};
};
