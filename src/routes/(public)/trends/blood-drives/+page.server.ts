import { readDonationTrend } from '$lib/server/donation-trend';
import { readFigures } from '$lib/server/figures';
import { drawCharts } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [{ drives }, charts, figures] = await Promise.all([
		readDonationTrend(ctx.db, query),
		drawCharts(ctx.db, query, words, ['donations-by-month']),
		readFigures(ctx.db, query)
	]);
	return { report, words, drives, charts, figures };
};
