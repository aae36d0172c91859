import type { Context } from '$lib/server/context';
import { findReport } from '$lib/server/db/reviews/reports';
import { openNear } from '$lib/server/people/open-record';
import { maySteer } from '$lib/server/people/rights';

/**
 * The review of an address, for its readers: staff of its town and of the villages in it. Another town's is refused,
 * an unknown one not found.
 */
export async function openReport(ctx: Context, id: string) {
	const found = await openNear(ctx, await findReport(ctx.db, id), ({ report }) => report.unitId);
	return { ...found, mayEdit: await maySteer(ctx, found.report.unitId) };
}
