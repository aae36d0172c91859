import { readForecast } from '$lib/server/figures/forecast';
import { savedEstimate } from '$lib/server/figures/banquet-trends';
import { figuresPart } from '$lib/server/figures/figures';
import { readParts } from '$lib/server/figures/trend-asker';
import { chartsPart } from '../../trend-charts';
import { openTrends } from '../../trend-page';
import type { PageServerLoad } from './$types';

const charts = [
	...(['held-by-month', 'held-by-village', 'held-by-occasion'] as const),
	...(['stopped-by-village', 'signups-by-month', 'coverage-by-village'] as const)
];

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const isRunningYear = report.asked.kind === 'year' && report.periods.isPart;
	const isForecastAsked = isRunningYear && url.searchParams.get('forecast') === '1';
	const [{ figures, ...parts }, forecast] = await Promise.all([
		readParts(ctx.db, query, {
			figures: figuresPart(['banquets-held', 'banquets-dissuaded']),
			charts: chartsPart(charts, words),
			saved: savedEstimate
		}),
		isForecastAsked ? readForecast(ctx.db, { ...query, today: ctx.today() }) : null
	]);
	const [held, dissuaded] = figures;
	return { report, words, ...parts, held: held!, dissuaded: dissuaded!, forecast, isRunningYear };
};
