import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findClosing } from '$lib/server/db/reviews/closings';
import { isWithinUnit } from '$lib/server/db/units/units';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';

/** The closed period of an address, for staff of its unit, of those below it and above it. Another's is refused, an unknown one not found. */
export async function openClosing(ctx: Context, id: string) {
	const found = await findClosing(ctx.db, id);
	if (!found) error(404);
	const { unitId } = found.closing;
	const scope = scopeOf(ctx);
	const [isAbove, isBelow, mayTake] = await Promise.all([
		isWithinUnit(ctx.db, unitId, scope),
		isWithinUnit(ctx.db, scope, unitId),
		mayAdminister(ctx, unitId)
	]);
	if (!isAbove && !isBelow) error(403);
	return { ...found, mayTake };
}
