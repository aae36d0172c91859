import { listUnexplained } from '$lib/server/db/reviews/late-records';
import type { LayoutServerLoad } from './$types';

/** Late acts on closed periods that the reader has not said why of yet: the desk asks until they do. */
export const load: LayoutServerLoad = async ({ locals: { context: ctx } }) => {
	const { actor } = ctx;
	return { lateActs: actor.kind === 'account' ? (await listUnexplained(ctx.db, actor.accountId)).length : 0 };
};
