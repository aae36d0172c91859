import { redirect } from '@sveltejs/kit';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

/** The tree begins at the administrator's own unit. */
export const load: PageServerLoad = ({ locals }) => redirect(303, `/admin/units/${scopeOf(locals.context)}`);
