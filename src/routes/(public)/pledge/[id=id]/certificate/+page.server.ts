import { error, redirect } from '@sveltejs/kit';
import { maskName } from '$lib/domain/people/person-name';
import { findPledge } from '$lib/server/db/pledges/pledges';
import { asHolder } from '$lib/server/signups/slip-cookie';
import type { PageServerLoad } from './$types';

/** Only for the holder of the slip; a withdrawn pledge has no certificate. */
export const load: PageServerLoad = async ({ locals, cookies, params, url }) => {
	const ctx = locals.context;
	if (!asHolder(ctx, cookies, params.id)) redirect(303, '/slip');
	const found = await findPledge(ctx.db, params.id);
	if (!found) error(404);
	if (found.pledge.isWithdrawn) redirect(303, `/pledge/${params.id}`);
	const { pledge, text, village } = found;
	const name = ctx.keys.open(pledge.nameSealed, 'pledges.name', pledge.id);
	const isMasked = url.searchParams.get('name') === 'masked';
	return {
		isMasked,
		slip: `/pledge/${pledge.id}`,
		certificate: {
			audience: pledge.audience,
			signedOn: pledge.signedOn,
			code: pledge.code,
			text,
			village,
			name: isMasked ? maskName(name) : name
		}
	};
};
