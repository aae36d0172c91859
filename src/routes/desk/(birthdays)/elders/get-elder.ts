import { error } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findElder } from '$lib/server/db/birthdays/elders';
import { openElder, type OpenElder } from '$lib/server/birthdays/elders';
import { mayActFor } from '$lib/server/people/rights';

/** An elder's record in clear, for staff of the village: else a 404 or a 403. */
export async function getOwnElder(ctx: Context, id: string): Promise<OpenElder> {
	const elder = await findElder(ctx.db, id);
	if (!elder) error(404);
	if (!(await mayActFor(ctx, elder.unitId))) error(403);
	return openElder(ctx, elder);
}

/** Makes a page of the refusals that no form can mend; hands on the others. */
export function stopForeign<R extends string>(refusal: R): Exclude<R, 'not-your-unit' | 'elder-unknown'> {
	if (refusal === 'not-your-unit') error(403);
	if (refusal === 'elder-unknown') error(404);
	return refusal as Exclude<R, 'not-your-unit' | 'elder-unknown'>;
}
