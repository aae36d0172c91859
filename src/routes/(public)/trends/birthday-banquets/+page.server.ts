import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { readPrivateBanquets } from '$lib/server/birthdays/birthday-trends';
import { readParts } from '$lib/server/figures/trend-asker';
import { endsOf, readPublicFigures } from '$lib/server/releases/public-figures';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, notes, gapOf, wordsUntil } = await openTrends(ctx, url, 'elders-hosted');
	const [parts, figures] = await Promise.all([
		readParts(ctx.db, query, { charts: chartsPart(['guests-by-month'], words) }),
		readPublicFigures(ctx, { ...query, only: ['birthday-banquets', 'elders-hosted', 'cakes-delivered'] })
	]);
	/** The end of what a figure counts (YYYY-MM-DD), where that is not the end of the page's period. */
	const endOf = ({ until }: { until: string | null }) => {
		const { toOn } = rangePeriods(query.range, until ?? query.today).now;
		return toOn === report.periods.now.toOn ? until : toOn;
	};
	const hosted = figures.find(({ id }) => id === 'elders-hosted');
	return {
		report,
		ends: endsOf(figures, query),
		words,
		notes,
		/** `words`: of the periods that the figure itself is counted for; `gap`: why one that is read from releases has no number. */
		figures: figures.map((figure) => ({
			...figure,
			until: endOf(figure),
			words: wordsUntil(figure.until),
			gap: gapOf(figure.id),
			reason: query.published.withdrawnFor(figure.id, report.range)
		})),
		charts: parts.charts,
		/** Apart from the counted figures, never summed with them. */
		estimate: hosted?.value ? await readPrivateBanquets(ctx.db, { ...query, guests: hosted.value }) : null
	};
};
