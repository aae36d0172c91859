import { narrowedTo } from '$lib/domain/units/unit-choice';
import { homeKinds } from '$lib/domain/units/unit';
import { chosenForm } from '$lib/forms/chosen';
import { act } from '$lib/server/act';
import { confirmDeclarations } from '$lib/server/banquets/declaration-confirmations';
import { openHost } from '$lib/server/banquets/host';
import {
	countUnconfirmedDeclarations,
	listUnconfirmedDeclarations
} from '$lib/server/db/banquets/declaration-confirmations';
import { pageSize } from '$lib/server/db/keyset';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

/** Names and phones are in full: the cadre knows the household by them, or rings it up. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: homeKinds
	});
	const unitId = narrowedTo(units);
	const cursor = readCursor(url.searchParams, 'date');
	const [list, count] = await Promise.all([
		listUnconfirmedDeclarations(ctx.db, scope, { unitId, cursor, most: pageSize }),
		countUnconfirmedDeclarations(ctx.db, scope, unitId)
	]);
	return {
		id: ctx.newId(),
		units,
		count,
		isFiltered: unitId !== undefined,
		isSaved: url.searchParams.has('saved'),
		banquets: list.rows.map(({ hostNameSealed, hostPhoneSealed, ...row }) => ({
			...row,
			...openHost(ctx, { id: row.id, hostNameSealed, hostPhoneSealed })
		})),
		...pageLinks(url.searchParams, list, ({ declaredOn, id }) => ({ key: declaredOn, id }))
	};
};

export const actions: Actions = {
	default: act(chosenForm, confirmDeclarations, { to: '/desk/banquets/confirm?saved' })
};
