import { error } from '@sveltejs/kit';
import { renameUnitForm } from '$lib/forms/units/unit';
import { act } from '$lib/server/act';
import { listUnitNames } from '$lib/server/db/units/unit-changes';
import { renameUnit } from '$lib/server/units/units';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from '../get-unit';

export const load: PageServerLoad = async ({ locals, params }) => {
	const unit = await getUnit(locals.context, params.id);
	if (unit.validToOn !== null) error(404);
	return { unit: shown(unit), names: await listUnitNames(locals.context.db, unit.id), id: locals.context.newId() };
};

export const actions: Actions = {
	default: act(renameUnitForm, (ctx, data, { params }) => renameUnit(ctx, { ...data, unitId: params.id }), {
		field: {
			'unit-name-taken': 'name',
			'date-in-future': 'renamedOn',
			'date-before-unit': 'renamedOn',
			'date-before-name': 'renamedOn'
		},
		to: ({ params }) => `/admin/units/${params.id}?done=saved`
	})
};
