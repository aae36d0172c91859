import { narrowedTo } from '$lib/domain/units/unit-choice';
import { villageKinds } from '$lib/domain/units/unit';
import { chosenForm } from '$lib/forms/chosen';
import { act } from '$lib/server/act';
import { countUnconfirmedPledges, listUnconfirmedPledges } from '$lib/server/db/pledges/unconfirmed-pledges';
import { pageSize } from '$lib/server/db/keyset';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { confirmPledges } from '$lib/server/pledges/pledge-confirmations';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

/** Names and phones are in full: the cadre knows the household by them, or rings it up. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const { db, keys } = ctx;
	const scope = scopeOf(ctx);
	const kinds = villageKinds;
	const choice = await readUnitChoice(ctx, url.searchParams, { name: 'village', scope, kinds });
	const villageId = narrowedTo(choice);
	const [list, count] = await Promise.all([
		listUnconfirmedPledges(db, scope, {
			villageId,
			cursor: readCursor(url.searchParams, 'date'),
			most: pageSize
		}),
		countUnconfirmedPledges(db, scope, villageId)
	]);
	return {
		id: ctx.newId(),
		choice,
		count,
		isFiltered: villageId !== undefined,
		isSaved: url.searchParams.has('saved'),
		pledges: list.rows.map(({ nameSealed, phoneSealed, ...row }) => ({
			...row,
			name: keys.open(nameSealed, 'pledges.name', row.id),
			phone: keys.open(phoneSealed, 'pledges.phone', row.id)
		})),
		...pageLinks(url.searchParams, list, ({ signedOn, id }) => ({ key: signedOn, id }))
	};
};

export const actions: Actions = {
	default: act(chosenForm, confirmPledges, { to: '/desk/pledges/confirm?saved' })
};
