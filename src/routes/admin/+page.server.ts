import { countActsSince } from '$lib/server/db/audit/audit';
import { countOpenIn } from '$lib/server/db/units/unit-changes';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

const week = 7 * 24 * 3_600_000;

export const load: PageServerLoad = async ({ locals }) => {
	const { db, now } = locals.context;
	const scope = scopeOf(locals.context);
	const [open, acts] = await Promise.all([countOpenIn(db, scope), countActsSince(db, scope, now() - week)]);
	return { units: open.units + 1, accounts: open.accounts, acts };
};
