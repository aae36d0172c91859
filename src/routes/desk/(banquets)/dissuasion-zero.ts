import { findZeroInTheWay } from '$lib/server/activities/zero-in-the-way';
import type { Context } from '$lib/server/context';
import { findDissuasion } from '$lib/server/db/banquets/dissuasions';

/** The checked zero that keeps a dissuasion out of its month; null where there is none. */
export async function findDissuasionZero(ctx: Context, { dissuasionId }: { dissuasionId: string }) {
	const found = await findDissuasion(ctx.db, dissuasionId);
	if (!found) return null;
	return findZeroInTheWay(ctx, { unitId: found.banquet.unitId, kind: 'dissuasion', on: found.dissuasion.wentOn });
}
