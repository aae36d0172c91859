import { error, redirect } from '@sveltejs/kit';
import { renameUnitForm } from '$lib/forms/units/unit';
import { readForm } from '$lib/server/form';
import { renameUnit } from '$lib/server/units/units';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from '../get-unit';

export const load: PageServerLoad = async ({ locals, params }) => {
	const unit = await getUnit(locals.context, params.id);
	if (unit.validToOn !== null) error(404);
	return { unit: shown(unit), id: locals.context.newId() };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const form = await readForm(request, renameUnitForm);
		if (!form.ok) return form.failure;
		const result = await renameUnit(locals.context, { ...form.data, unitId: params.id });
		if (result.ok) redirect(303, `/admin/units/${params.id}?done=saved`);
		if (result.refusal === 'not-your-unit') error(403);
		if (result.refusal === 'unit-unknown') error(404);
		return form.refuse(result.refusal, result.refusal === 'unit-name-taken' ? 'name' : 'form');
	}
};
