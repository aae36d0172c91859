import { error } from '@sveltejs/kit';
import { canStandBelow, unitKinds } from '$lib/domain/units/unit';
import { addUnitForm } from '$lib/forms/units/unit';
import { act } from '$lib/server/act';
import { addUnit } from '$lib/server/units/units';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from '../get-unit';

export const load: PageServerLoad = async ({ locals, params }) => {
	const parent = await getUnit(locals.context, params.id);
	const kinds = unitKinds.filter((kind) => canStandBelow(kind, parent.kind));
	if (parent.validToOn !== null || kinds.length === 0) error(404);
	return { parent: shown(parent), kinds, id: locals.context.newId() };
};

export const actions: Actions = {
	default: act(addUnitForm, addUnit, {
		field: { 'unit-name-taken': 'name', 'unit-kind-wrong': 'kind' },
		to: (_, _result, { id }) => `/admin/units/${id}?done=added`
	})
};
