import { villagesOnPage } from '$lib/server/numbered-pages';
import { barsDrawn } from '../../../../trend-charts';
import { pageOfVillages } from '../../../../village-pages';
import { readChart } from './read-chart';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx, actor }, params, url }) => {
	const { chart, report, missing } = await readChart(ctx, params.chart, url);
	const { id, title, description, head, now, before } = chart;
	const nameOf = ({ label }: { label: string }) => label;
	const isStaff = actor.kind === 'account' && actor.role !== 'volunteer';
	return {
		report,
		isStaff,
		missing,
		chart: { id, title, description, head, now, before },
		/** Where they are too many for the charts of a page. */
		list:
			chart.cells.length > barsDrawn && chart.kind === 'bars'
				? pageOfVillages(url.searchParams, chart.cells, { size: villagesOnPage, nameOf })
				: null
	};
};
