import { isAnyBegun } from '$lib/domain/releases/gap';
import { figuresPart } from '$lib/server/figures/figures';
import { readParts } from '$lib/server/figures/trend-asker';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url, null);
	const { figures, charts } = await readParts(ctx.db, query, {
		figures: figuresPart(['lecture-attendance']),
		charts: chartsPart(['lectures-by-kind', 'lectures-by-village', 'lectures-by-month'], words)
	});
	const hasBegun = isAnyBegun(query.starts, ['events', 'activities'], query.range);
	return { report, words, attendance: figures[0]!, charts, hasBegun };
};
