import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The roll comes in like every other ledger; old addresses find their way. */
export const load: PageServerLoad = () => redirect(301, '/desk/imports/new?ledger=elders');
