import { villageKinds } from '$lib/domain/units/unit';
import { m } from '$lib/paraglide/messages.js';
import { mergeVillagesForm } from '$lib/forms/units/unit';
import { act } from '$lib/server/act';
import { sentTo } from '$lib/server/form';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { askLater } from '$lib/server/village-changes/later-asked';
import { mergeVillages } from '$lib/server/village-changes/merge-villages';
import { findUnit } from '$lib/server/db/units/units';
import { unitName } from '$lib/ui/units/unit-name';
import type { Actions, PageServerLoad } from './$types';
import { aboutDay, getVillage, shown } from '../get-unit';

export const load: PageServerLoad = async (event) => {
	const { context: ctx } = event.locals;
	const unit = await getVillage(ctx, event.params.id);
	const sent = sentTo(event);
	const [other, third] = await Promise.all(
		['otherId', 'thirdId'].map(async (name) => {
			const offered = { name, scope: unit.parentId!, among: 'directly-below' as const, kinds: villageKinds };
			const choice = await readUnitChoice(ctx, sent, offered);
			return { ...choice, units: choice.units.filter(({ id }) => id !== unit.id) };
		})
	);
	const ending = [other!, third!].flatMap(({ chosen }) => (chosen && chosen.id !== unit.id ? [chosen.id] : []));
	return {
		unit: shown(unit),
		other: other!,
		third: third!,
		later: ending.length > 0 ? await askLater(ctx, [unit.id, ...new Set(ending)], sent.get('onDate')) : null,
		id: ctx.newId(),
		today: ctx.today()
	};
};

export const actions: Actions = {
	default: act(
		mergeVillagesForm,
		(ctx, { otherId, thirdId, isCertain: _, ...data }, { params }) =>
			mergeVillages(ctx, {
				...data,
				villageIds: [params.id!, otherId, ...(thirdId ? [thirdId] : [])],
				note: m.units_merge_reason()
			}),
		{
			field: (refusal, { otherId, thirdId }, { unitId }) => {
				if (refusal === 'unit-name-taken') return 'name';
				if (aboutDay.includes(refusal)) return 'onDate';
				if (unitId === undefined) return refusal === 'villages-not-mergeable' ? 'otherId' : undefined;
				return unitId === thirdId ? 'thirdId' : unitId === otherId ? 'otherId' : undefined;
			},
			about: async ({ locals }, refused) => {
				const unit = refused?.unitId ? await findUnit(locals.context.db, refused.unitId) : null;
				if (!unit) return {};
				return Object.fromEntries(['onDate', 'otherId', 'thirdId', 'form'].map((field) => [field, unitName(unit)]));
			},
			to: (_, _result, { id }) => `/admin/units/${id}?done=merged`
		}
	)
};
