import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findReport } from '$lib/server/db/reviews/reports';
import { isWithinUnit } from '$lib/server/db/units/units';
import { maySteer, scopeOf } from '$lib/server/people/rights';

/**
 * The review of an address, for its readers: staff of its town and of the villages in it. Another town's is refused,
 * an unknown one not found.
 */
export async function openReport(ctx: Context, id: string) {
	const found = await findReport(ctx.db, id);
	if (!found) error(404);
	const { unitId } = found.report;
	const scope = scopeOf(ctx);
	const [isAbove, isBelow, mayEdit] = await Promise.all([
		isWithinUnit(ctx.db, unitId, scope),
		isWithinUnit(ctx.db, scope, unitId),
		maySteer(ctx, unitId)
	]);
	if (!isAbove && !isBelow) error(403);
	return { ...found, mayEdit };
}
