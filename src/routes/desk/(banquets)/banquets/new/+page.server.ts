import { redirect } from '@sveltejs/kit';
import { banquetForm } from '$lib/forms/banquets/banquet';
import { declareBanquet } from '$lib/server/banquets/banquets';
import { listUnits } from '$lib/server/db/units/units';
import { findVillageRule } from '$lib/server/db/banquets/village-rules';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { fieldOfRefusal } from '../banquet-refusals';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [units, rule] = await Promise.all([
		listUnits(ctx.db, scope, ['village', 'community', 'group']),
		findVillageRule(ctx.db, scope, ctx.today())
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		rule: rule && {
			unit: { name: rule.unitName, nameEn: rule.unitNameEn },
			noticeDays: rule.rule.noticeDays,
			tablesPerMeal: rule.rule.tablesPerMeal
		}
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, banquetForm);
		if (!form.ok) return form.failure;
		const result = await declareBanquet(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal, fieldOfRefusal[result.refusal]);
		redirect(303, `/desk/banquets/${result.banquetId}?declared`);
	}
};
