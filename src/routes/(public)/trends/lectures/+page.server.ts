import { isAnyBegun } from '$lib/domain/releases/gap';
import { splitsSince } from '$lib/domain/releases/published';
import { readParts } from '$lib/server/figures/trend-asker';
import { readPublicFigures } from '$lib/server/releases/public-figures';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url, null);
	const [figures, { charts }] = await Promise.all([
		readPublicFigures(ctx, { ...query, only: ['lecture-attendance'] }),
		readParts(ctx.db, query, {
			charts: chartsPart(['lectures-by-kind', 'lectures-by-village', 'lectures-by-month'], words)
		})
	]);
	const hasBegun = isAnyBegun(query.starts, ['events', 'activities'], query.range);
	const { mergers } = query.published;
	const splits = splitsSince(query.published, report.periods.before);
	return { report, words, attendance: figures[0]!, charts, hasBegun, mergers, splits };
};
