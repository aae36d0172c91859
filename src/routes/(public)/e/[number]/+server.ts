import { error, redirect } from '@sveltejs/kit';
import { findEventIdByNumber } from '$lib/server/db/events/events';
import type { RequestHandler } from './$types';

/** The short address of a poster, to be typed or read out: on to the event's page. A draft has none yet. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const number = /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : null;
	const id = number && (await findEventIdByNumber(locals.context.db, number));
	if (!id) error(404);
	redirect(303, `/events/${id}`);
};
