import { error } from '@sveltejs/kit';
import { isVillageLevel } from '$lib/domain/units/unit';
import { readSplit, splitVillageForm, unnamedIn } from '$lib/forms/units/split-village';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { listOpenParts } from '$lib/server/db/units/successions';
import { splitVillage } from '$lib/server/village-changes/split-village';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from '../get-unit';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const unit = await getUnit(ctx, params.id);
	if (unit.validToOn !== null || !isVillageLevel(unit.kind)) error(404);
	const parts = await listOpenParts(ctx.db, [unit.id]);
	return { unit: shown(unit), parts: parts.map(shown), id: ctx.newId(), today: ctx.today() };
};

const partIdsOf = async (ctx: Context, villageId: string) =>
	(await listOpenParts(ctx.db, [villageId])).map(({ id }) => id);

const aboutDay = ['date-in-future', 'date-before-start', 'year-is-closed', 'village-has-records'];

export const actions: Actions = {
	default: act(
		async ({ locals, params }) => splitVillageForm(await partIdsOf(locals.context, params.id!)),
		async (ctx, sent, { params }) => {
			const split = readSplit(sent);
			if (unnamedIn(sent) !== null) return { ok: false, refusal: 'unit-name-missing' as const };
			return splitVillage(ctx, { id: sent.id, onDate: sent.onDate, villageId: params.id!, ...split });
		},
		{
			field: (refusal, sent) => {
				if (refusal === 'unit-name-missing') return `name${unnamedIn(sent)}`;
				if (refusal === 'village-names-alike') return 'name2';
				return aboutDay.includes(refusal) ? 'onDate' : undefined;
			},
			to: ({ params }) => `/admin/units/${params.id}?done=split`
		}
	)
};
