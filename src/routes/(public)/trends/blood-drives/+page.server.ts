import { readDonationTrend } from '$lib/server/blood/donation-trend';
import { drawCharts } from '../../../trend-charts';
import { openTrends, readPublicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [{ drives }, charts, figures] = await Promise.all([
		readDonationTrend(ctx.db, query),
		drawCharts(ctx.db, query, words, ['donations-by-month']),
		readPublicFigures(ctx, query, report)
	]);
	return { report, words, drives, charts, figures };
};
