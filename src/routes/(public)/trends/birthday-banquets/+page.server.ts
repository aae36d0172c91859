import { readPrivateBanquets } from '$lib/server/birthdays/birthday-trends';
import { figuresPart } from '$lib/server/figures/figures';
import { readParts } from '$lib/server/figures/trend-asker';
import { chartsPart } from '../../../trend-charts';
import { openTrends, publicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const parts = await readParts(ctx.db, query, {
		figures: figuresPart(['birthday-banquets', 'elders-hosted', 'cakes-delivered']),
		charts: chartsPart(['guests-by-village', 'guests-by-month'], words)
	});
	const figures = publicFigures(parts.figures, report);
	const hosted = figures.find(({ id }) => id === 'elders-hosted');
	return {
		report,
		words,
		figures,
		charts: parts.charts,
		/** Apart from the counted figures, never summed with them. */
		estimate: hosted?.value ? await readPrivateBanquets(ctx.db, { ...query, guests: hosted.value }) : null
	};
};
