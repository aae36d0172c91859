import { readFigures } from '$lib/server/figures/figures';
import { drawCharts } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [figures, charts] = await Promise.all([
		readFigures(ctx.db, query),
		drawCharts(ctx.db, query, words, ['lectures-by-kind', 'lectures-by-village', 'lectures-by-month'])
	]);
	return { report, words, attendance: figures.find(({ id }) => id === 'lecture-attendance')!, charts };
};
