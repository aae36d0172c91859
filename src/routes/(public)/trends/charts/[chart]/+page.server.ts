import { readChart } from './read-chart';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx, actor }, params, url }) => {
	const { chart, words, report } = await readChart(ctx, params.chart, url);
	const isStaff = actor.kind === 'account' && actor.role !== 'volunteer';
	return { words, report, isStaff, chart: { id: chart.id, title: chart.title, description: chart.description } };
};
