import { error } from '@sveltejs/kit';
import { isVillageLevel, villageKinds } from '$lib/domain/units/unit';
import { mergeVillagesForm } from '$lib/forms/units/unit';
import { act } from '$lib/server/act';
import { listUnits } from '$lib/server/db/units/units';
import { mergeVillages } from '$lib/server/village-changes/merge-villages';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from '../get-unit';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const unit = await getUnit(ctx, params.id);
	if (unit.validToOn !== null || !isVillageLevel(unit.kind)) error(404);
	const villages = await listUnits(ctx.db, unit.parentId!, villageKinds);
	return {
		unit: shown(unit),
		others: villages.filter(({ id }) => id !== unit.id).map(shown),
		id: ctx.newId(),
		today: ctx.today()
	};
};

export const actions: Actions = {
	default: act(
		mergeVillagesForm,
		(ctx, { otherId, ...data }, { params }) => mergeVillages(ctx, { ...data, villageIds: [params.id, otherId] }),
		{
			field: {
				'unit-name-taken': 'name',
				'date-in-future': 'onDate',
				'date-before-start': 'onDate',
				'year-is-closed': 'onDate',
				'village-of-split': 'otherId',
				'villages-not-mergeable': 'otherId'
			},
			to: (_, _result, { id }) => `/admin/units/${id}?done=merged`
		}
	)
};
