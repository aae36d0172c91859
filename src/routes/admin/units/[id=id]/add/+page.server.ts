import { error, redirect } from '@sveltejs/kit';
import { canStandBelow, unitKinds } from '$lib/domain/units/unit';
import { addUnitForm } from '$lib/forms/units/unit';
import { readForm } from '$lib/server/form';
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
	default: async ({ request, locals }) => {
		const form = await readForm(request, addUnitForm);
		if (!form.ok) return form.failure;
		const result = await addUnit(locals.context, form.data);
		if (result.ok) redirect(303, `/admin/units/${form.data.id}?done=added`);
		switch (result.refusal) {
			case 'not-your-unit':
				return error(403);
			case 'unit-unknown':
				return error(404);
			case 'unit-name-taken':
				return form.refuse(result.refusal, 'name');
			case 'unit-kind-wrong':
				return form.refuse(result.refusal, 'kind');
			default:
				return form.refuse(result.refusal);
		}
	}
};
