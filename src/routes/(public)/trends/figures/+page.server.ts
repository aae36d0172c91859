import { openTrends, readPublicFigures } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	return { report, words, figures: await readPublicFigures(ctx, query, report) };
};
