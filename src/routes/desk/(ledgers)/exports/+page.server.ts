import { yearOf } from '$lib/domain/calendar/calendar';
import { exportLists } from '$lib/domain/ledgers/export';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';

/** How many years back the choice of years goes. */
const yearsBack = 10;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const thisYear = yearOf(ctx.today());
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		first: scope,
		scope,
		kinds: ['town', 'village', 'community']
	});
	const year = Number(url.searchParams.get('year'));
	const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
	const isAdministrator = await mayAdminister(ctx, scope);
	return {
		years,
		year: years.includes(year) ? year : null,
		units,
		unitId: url.searchParams.has('unit') ? (units.chosen?.id ?? null) : null,
		lists: exportLists.filter((list) => list !== 'figure-records' && (list !== 'audit' || isAdministrator))
	};
};
