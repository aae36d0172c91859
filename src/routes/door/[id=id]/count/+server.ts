import { json } from '@sveltejs/kit';
import { getDoor } from '../read-door';
import type { RequestHandler } from './$types';

/** How many have come, for the live count of the door's page. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { slot } = await getDoor(locals.context, params.id, url.searchParams.get('slot'));
	const { came, placed, taken, absent, waiting } = slot;
	return json({ came, placed, taken, absent, waiting });
};
