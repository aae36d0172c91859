import { readFigures } from '$lib/server/figures';
import { openTrends } from '../../../trend-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	return { report, words, figures: await readFigures(ctx.db, query) };
};
