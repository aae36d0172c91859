import { openOwn } from '$lib/server/people/open-record';
import type { Context } from '$lib/server/context';
import { findElder } from '$lib/server/db/birthdays/elders';
import { openElder } from '$lib/server/birthdays/elder-fields';
import { type OpenElder } from '$lib/server/birthdays/elder-fields';

/** An elder's record in clear, for staff of the village: else a 404 or a 403. */
export async function getOwnElder(ctx: Context, id: string): Promise<OpenElder> {
	const elder = await openOwn(ctx, await findElder(ctx.db, id), ({ unitId }) => unitId);
	return openElder(ctx, elder);
}
