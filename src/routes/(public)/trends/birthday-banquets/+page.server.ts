import { readPrivateBanquets } from '$lib/server/birthdays/birthday-trends';
import { drawCharts } from '../../../trend-charts';
import { openTrends, readPublicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const [figures, charts] = await Promise.all([
		readPublicFigures(ctx, query, report),
		drawCharts(ctx.db, query, words, ['guests-by-village', 'guests-by-month'])
	]);
	const hosted = figures.find(({ id }) => id === 'elders-hosted');
	return {
		report,
		words,
		figures: figures.filter(({ id }) => ['birthday-banquets', 'elders-hosted', 'cakes-delivered'].includes(id)),
		charts,
		/** Apart from the counted figures, never summed with them. */
		estimate: hosted?.value ? await readPrivateBanquets(ctx.db, { ...query, guests: hosted.value }) : null
	};
};
