import { redirect } from '@sveltejs/kit';
import { readFields } from '$lib/server/form';
import { forgetPeople } from '$lib/server/signups/people-cookie';
import { returnPath } from '$lib/server/return-path';
import type { RequestHandler } from './$types';

/** Forgets on this device whom it signed up, and goes back to the form. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const back = (await readFields(request)).get('back');
	forgetPeople(cookies);
	redirect(303, returnPath(typeof back === 'string' ? back : null));
};
