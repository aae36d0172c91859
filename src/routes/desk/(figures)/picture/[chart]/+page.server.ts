import { readChart } from '../../../../(public)/trends/charts/[chart]/read-chart';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { chart, words, fileName } = await readChart(ctx, params.chart, url);
	return {
		words,
		chart: { id: chart.id, title: chart.title, description: chart.description },
		fileName: `${fileName}.png`,
		query: url.search.slice(1)
	};
};
