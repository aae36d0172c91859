import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page that the guard in hooks.server.ts shows instead of the one asked for. */
export const load: PageServerLoad = ({ params }) =>
	error([401, 404, 405, 503].find((status) => String(status) === params.status) ?? 403);
