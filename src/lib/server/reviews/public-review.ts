// A review as everybody reads it.
import type { FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readReportText } from '$lib/domain/reviews/report-text';
import { printReport } from '$lib/domain/reviews/printed-report';
import type { Context } from '../context';
import { findReportOf } from '$lib/server/db/reviews/reports';
import { getDraft } from '$lib/server/db/reviews/report-drafts';
import { readFigures } from '../figures/figures';
import { publicReadings, readReviewReleases } from './public-readings';
import { publicRevision } from './public-revision';
import { readingsOfDraft } from './report-readings';
import { readClosedPeriod } from './revisions';

/** The published review of a unit's year with what became of its numbers since; null where none is public. */
export async function readPublicReview(ctx: Context, { unitId, year }: { unitId: string; year: number }) {
	const found = await findReportOf(ctx.db, unitId, year);
	if (!found?.publication || found.publication.withdrawnAt !== null) return null;
	const { at, draftId, snapshotNumber } = found.publication;
	const periods = reportingPeriods(year, ctx.today());
	const registry = await ctx.registry();
	// What changed since is said of the town's own work alone: all else is released.
	const ownWork = registry.figures.filter((figure) => !isReleased(figure)).map(({ id }) => id);
	const [{ draft, figures }, readings, published] = await Promise.all([
		getDraft(ctx.db, draftId),
		readFigures(ctx, { scope: unitId, periods, only: ownWork }),
		readReviewReleases(ctx, { unitId, year })
	]);
	const closed = await readClosedPeriod(ctx, { unitId, period: periods.now, readings });
	const counted = readingsOfDraft(figures);
	const lines = printReport(readReportText(draft.body, registry), {
		year,
		unitName: found.unit.name,
		readings: await publicReadings(ctx, { readings: counted, year, published })
	});
	const withdrawn = lines.flatMap(({ parts }) =>
		parts.flatMap(({ figure, withheld }) => (figure && withheld === 'withdrawn' ? figure : []))
	);
	const isAnew = (id: FigureId) => [year, year - 1].some((of) => (published.anewAt(id, of) ?? 0) > at);
	return {
		year,
		at,
		snapshotNumber,
		lines,
		/** The figures of which words stand in place of a number that was taken back, each with the reason. */
		withdrawn: [...new Set(withdrawn)].map((figure) => ({
			figure,
			reason: published.withdrawnFor(figure, yearBounds(year)) ?? published.withdrawnFor(figure, yearBounds(year - 1))
		})),
		/** What was released anew since the review was published: it prints the new numbers. */
		anew: [...counted.keys()].filter(isAnew),
		revisions: (closed?.revisions ?? []).filter(({ figure }) => counted.has(figure)).map(publicRevision)
	};
}
