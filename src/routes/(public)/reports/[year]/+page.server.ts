import { error } from '@sveltejs/kit';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { isReleased } from '$lib/domain/releases/figure-class';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readReportText } from '$lib/domain/reviews/report-text';
import { printReport } from '$lib/domain/reviews/printed-report';
import { findReportOf } from '$lib/server/db/reviews/reports';
import { getDraft } from '$lib/server/db/reviews/report-drafts';
import { readFigures } from '$lib/server/figures/figures';
import { readPublished } from '$lib/server/releases/read-published';
import { readingsOfDraft } from '$lib/server/reviews/report-readings';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { publicRevision } from '$lib/server/reviews/public-revision';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	if (!/^20\d\d$/.test(params.year)) error(404);
	const year = Number(params.year);
	const root = await ctx.rootUnit();
	if (!root) error(404);
	const found = await findReportOf(ctx.db, root.id, year);
	if (!found?.publication || found.publication.withdrawnAt !== null) error(404);
	const periods = reportingPeriods(year, ctx.today());
	const registry = await ctx.registry();
	// What changed since is said of the town's own work alone: all else is released.
	const ownWork = registry.figures.filter((figure) => !isReleased(figure)).map(({ id }) => id);
	const [{ draft, figures: printed }, readings, published] = await Promise.all([
		getDraft(ctx.db, found.publication.draftId),
		readFigures(ctx, { scope: root.id, periods, only: ownWork }),
		readPublished(ctx.db, root.id, [yearBounds(year)])
	]);
	const closed = await readClosedPeriod(ctx, { unitId: root.id, period: periods.now, readings });
	const facts = { year, unitName: found.unit.name, readings: readingsOfDraft(printed) };
	const named = new Set(printed.map(({ figure }) => figure));
	return {
		year,
		withdrawn: registry.figures
			.filter(({ id }) => named.has(id) && published.shownIn(id, yearBounds(year)) === 'withdrawn')
			.map(({ id }) => id),
		at: found.publication.at,
		snapshotNumber: found.publication.snapshotNumber,
		lines: printReport(readReportText(draft.body, registry), facts),
		revisions: (closed?.revisions ?? []).filter(({ figure }) => named.has(figure)).map(publicRevision)
	};
};
