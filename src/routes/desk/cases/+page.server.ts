import { caseStateOn } from '$lib/domain/cases/case';
import { narrowedTo } from '$lib/domain/units/unit-choice';
import { openMatter } from '$lib/server/cases/cases';
import { countCases, listCases, listCaseYears } from '$lib/server/db/cases/cases';
import { pagesInTurn, readCursorInTurn } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';
import { readFilter } from './read-filter';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: ['town', 'village', 'community']
	});
	const filter = { ...readFilter(url.searchParams), unitId: narrowedTo(units) };
	const asked = { scope, today, filter };
	const [list, count, years] = await Promise.all([
		listCases(ctx.db, asked, readCursorInTurn(url.searchParams, 'case')),
		countCases(ctx.db, asked),
		listCaseYears(ctx.db, scope)
	]);
	return {
		filter,
		isFiltered: Object.values(filter).some((value) => value !== undefined),
		count,
		years,
		units,
		cases: list.rows.map(({ case: one, unit }) => ({
			id: one.id,
			kind: one.kind,
			level: one.level,
			receivedOn: one.receivedOn,
			dueOn: one.dueOn,
			settledOn: one.settledOn,
			state: caseStateOn(one, today),
			matter: openMatter(ctx, one),
			unit
		})),
		...pagesInTurn(url.searchParams, list, ({ case: one }) => ({ key: one.listKey, id: one.id }))
	};
};
