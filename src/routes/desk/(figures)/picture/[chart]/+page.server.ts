import { readChart } from '../../../../(public)/trends/charts/[chart]/read-chart';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { chart, fileName } = await readChart(ctx, params.chart, url);
	const { id, title, description, now, before } = chart;
	return {
		chart: { id, title, description, now, before },
		fileName: `${fileName}.png`,
		query: url.search.slice(1)
	};
};
