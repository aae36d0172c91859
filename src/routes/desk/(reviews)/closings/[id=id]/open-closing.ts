import type { Context } from '$lib/server/context';
import { findClosing } from '$lib/server/db/reviews/closings';
import { openNear } from '$lib/server/people/open-record';
import { mayAdminister } from '$lib/server/people/rights';

/** The closed period of an address, for staff of its unit, of those below it and above it. Another's is refused, an unknown one not found. */
export async function openClosing(ctx: Context, id: string) {
	const found = await openNear(ctx, await findClosing(ctx.db, id), ({ closing }) => closing.unitId);
	return { ...found, mayTake: await mayAdminister(ctx, found.closing.unitId) };
}
