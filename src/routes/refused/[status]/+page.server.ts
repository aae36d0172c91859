import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page that the guard in hooks.server.ts shows instead of the one asked for. */
export const load: PageServerLoad = ({ params }) =>
	error(params.status === '401' ? 401 : params.status === '404' ? 404 : 403);
