import { bloodDrives } from '$lib/server/blood/donation-trend';
import { figuresPart } from '$lib/server/figures/figures';
import { readParts } from '$lib/server/figures/trend-asker';
import { numberedPage } from '$lib/server/numbered-pages';
import { chartsPart } from '../../../trend-charts';
import { openTrends, publicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

const drivesOnPage = 50;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const { figures, ...parts } = await readParts(ctx.db, query, {
		drives: bloodDrives,
		charts: chartsPart(['donations-by-month'], words),
		figures: figuresPart(['blood-donations', 'blood-millilitres', 'first-time-donors', 'repeat-donors'])
	});
	return {
		report,
		words,
		charts: parts.charts,
		figures: publicFigures(figures, report),
		isWithheld: parts.drives.some(({ shown }) => shown !== 'exact'),
		drives: numberedPage(url.searchParams, parts.drives, { name: 'drives', size: drivesOnPage })
	};
};
