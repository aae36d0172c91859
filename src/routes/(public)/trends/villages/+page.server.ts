import { readBanquetsByVillageAndMonth } from '$lib/server/figures/banquet-trends';
import { labelled } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';
import { drawCharts, festivalsIn, monthText } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [villages, charts] = await Promise.all([
		readBanquetsByVillageAndMonth(ctx.db, query),
		drawCharts(ctx.db, query, words, ['held-by-grid'])
	]);
	return {
		report,
		words,
		charts,
		villages: villages.map(({ id, months, ...village }) => ({
			id,
			name: unitName(village),
			cells: labelled(months.cells, monthText(query.range))
		})),
		festivals: festivalsIn(query.range)
	};
};
