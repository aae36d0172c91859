import { getFigure } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import { readPrivateBanquets } from '$lib/server/birthdays/birthday-trends';
import { readParts } from '$lib/server/figures/trend-asker';
import { readPublicFigures } from '$lib/server/releases/public-figures';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

const shown = ['birthday-banquets', 'elders-hosted', 'cakes-delivered'] as const;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, notes, gapOf } = await openTrends(ctx, url, 'elders-hosted');
	const [parts, figures] = await Promise.all([
		readParts(ctx.db, query, { charts: chartsPart(['guests-by-month'], words) }),
		readPublicFigures(ctx, { ...query, only: shown })
	]);
	const hosted = figures.find(({ id }) => id === 'elders-hosted');
	return {
		report,
		words,
		notes,
		/** `gap`: why a figure that is read from releases has no number. */
		figures: figures.map((figure, at) => ({
			...figure,
			gap: isReleased(getFigure(shown[at]!)) ? gapOf(shown[at]!) : null
		})),
		charts: parts.charts,
		/** Apart from the counted figures, never summed with them. */
		estimate: hosted?.value ? await readPrivateBanquets(ctx.db, { ...query, guests: hosted.value }) : null
	};
};
