import { readFigures } from '$lib/server/figures/figures';
import { readForecast } from '$lib/server/figures/forecast';
import { readSavedEstimate } from '$lib/server/figures/banquet-trends';
import { drawCharts } from '../../trend-charts';
import { openTrends } from '../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const isRunningYear = report.asked.kind === 'year' && report.periods.isPart;
	const isForecastAsked = isRunningYear && url.searchParams.get('forecast') === '1';
	const [figures, charts, saved, forecast] = await Promise.all([
		readFigures(ctx.db, query),
		drawCharts(ctx.db, query, words, [
			...(['held-by-month', 'held-by-village', 'held-by-occasion'] as const),
			...(['stopped-by-village', 'signups-by-month', 'coverage-by-village'] as const)
		]),
		readSavedEstimate(ctx.db, query),
		isForecastAsked ? readForecast(ctx.db, { scope: query.scope, today: ctx.today() }) : null
	]);
	const [held, dissuaded] = (['banquets-held', 'banquets-dissuaded'] as const).map((id) =>
		figures.find((figure) => figure.id === id)
	);
	return { report, words, held: held!, dissuaded: dissuaded!, charts, saved, forecast, isRunningYear };
};
