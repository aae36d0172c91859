import { error } from '@sveltejs/kit';
import { readPublicReview } from '$lib/server/reviews/public-review';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const root = await ctx.rootUnit();
	const review =
		root && /^20\d\d$/.test(params.year)
			? await readPublicReview(ctx, { unitId: root.id, year: Number(params.year) })
			: null;
	return review ?? error(404);
};
