import { isTelling } from '$lib/domain/figures/trend';
import { heldByVillageAndMonth } from '$lib/server/figures/banquet-trends';
import { readParts } from '$lib/server/figures/trend-asker';
import { labelled } from '$lib/ui/figures/trend-words';
import { unitName } from '$lib/ui/units/unit-name';
import { chartsPart, festivalsIn, monthText } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import { pageOfVillages } from '../../../village-pages';
import type { PageServerLoad } from './$types';

/** Charts on a page, and banquets that the scale of them reaches to at least. */
const chartsOnPage = 8;
const leastScale = 3;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const { villages, charts } = await readParts(ctx.db, query, {
		villages: heldByVillageAndMonth,
		charts: chartsPart(['held-by-grid'], words)
	});
	const cells = villages.flatMap(({ months }) => months.cells);
	const page = pageOfVillages(url.searchParams, villages, { size: chartsOnPage, nameOf: unitName });
	return {
		report,
		words,
		charts,
		isTelling: isTelling({ total: null, previousTotal: null, cells }),
		/** Of all villages, so that the charts of every page are of one scale. */
		most: Math.max(...cells.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]), leastScale),
		villages: {
			...page,
			rows: page.rows.map(({ id, months, ...village }) => ({
				id,
				name: unitName(village),
				cells: labelled(months.cells, monthText(query.range))
			}))
		},
		festivals: festivalsIn(query.range)
	};
};
