import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findUnit } from '$lib/server/db/units/units';
import { maySteer, scopeOf } from '$lib/server/people/rights';

/** The reader's own unit, where they set targets; a village's cadre does not. */
export async function openTargetUnit(ctx: Context) {
	const scope = scopeOf(ctx);
	if (!(await maySteer(ctx, scope))) error(403);
	return (await findUnit(ctx.db, scope))!;
}
