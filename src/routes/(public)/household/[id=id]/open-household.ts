import { error, redirect, type Cookies } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { asHolder } from '$lib/server/signups/slip-cookie';

type Asking = { locals: { context: Context }; cookies: Cookies; params: { id: string } };

/** The holder of the slip acts as the household, also when signed in as staff; others go to the look-up. */
export function openContext({ locals, cookies, params }: Asking): Context {
	return asHolder(locals.context, cookies, params.id) ?? redirect(303, '/slip');
}

/** The household's banquet, for the holder of its slip. Answers 404 for an id that is none. */
export async function openHousehold(asking: Asking) {
	const ctx = openContext(asking);
	const found = await findBanquet(ctx.db, asking.params.id);
	if (!found) error(404);
	return { ctx, ...found };
}
