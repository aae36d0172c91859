import { yearOf } from '$lib/domain/calendar/calendar';
import { exportLists } from '$lib/domain/ledgers/export';
import { listUnits } from '$lib/server/db/units/units';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import type { PageServerLoad } from './$types';

/** How many years back the choice of years goes. */
const yearsBack = 10;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const thisYear = yearOf(ctx.today());
	const units = await listUnits(ctx.db, scope, ['town', 'village', 'community']);
	const year = Number(url.searchParams.get('year'));
	const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
	const isAdministrator = await mayAdminister(ctx, scope);
	return {
		years,
		year: years.includes(year) ? year : null,
		units: namedUnits(units),
		unitId: units.find(({ id }) => id === url.searchParams.get('unit'))?.id ?? null,
		ownId: scope,
		lists: exportLists.filter((list) => list !== 'figure-records' && (list !== 'audit' || isAdministrator))
	};
};
