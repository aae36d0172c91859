import { error } from '@sveltejs/kit';
import { act } from '$lib/server/act';
import { addWorkKind } from '$lib/server/activities/added-work';
import { findDeclaredStart } from '$lib/server/db/figures/ledger-starts';
import { mayAdministerAll } from '$lib/server/people/rights';
import { kindForm } from '../kind-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	if (!(await mayAdministerAll(ctx))) error(403);
	const ledgerFromOn = await findDeclaredStart(ctx.db, 'activities');
	return { id: ctx.newId(), ledgerFromOn, first: { fromOn: `${ctx.today().slice(0, 7)}-01`, counts: 'records' } };
};

export const actions: Actions = {
	default: act(kindForm, addWorkKind, {
		field: { 'added-name-taken': 'name', 'kind-before-ledger': 'fromOn' },
		to: '/admin/kinds?saved'
	})
};
