import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A household's record is found like every slip: by phone and code. */
export const load: PageServerLoad = () => redirect(303, '/slip');
