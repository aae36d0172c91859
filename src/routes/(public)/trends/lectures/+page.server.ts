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
	return { report, words, attendance: figures[0]!, charts };
};
