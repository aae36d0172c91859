import { error, redirect } from '@sveltejs/kit';
import { grantSlip } from '$lib/server/signups/slip-cookie';
import { readSlipToken } from '$lib/server/signups/slip-token';
import type { RequestHandler } from './$types';

/** The address in a slip's QR code: its holder may open the slip, without an account. */
export const GET: RequestHandler = ({ locals, params, cookies, url }) => {
	const ctx = locals.context;
	const id = readSlipToken(ctx.keys, params.token);
	if (id === null) error(404);
	grantSlip(cookies, ctx.keys, id, ctx.now(), url.protocol === 'https:');
	redirect(303, `/slip/${id}`);
};
