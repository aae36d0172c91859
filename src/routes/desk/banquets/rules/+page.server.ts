import { redirect } from '@sveltejs/kit';
import { villageRuleForm } from '$lib/forms/banquet';
import { listUnits } from '$lib/server/db/units';
import { listVillageRules } from '$lib/server/db/village-rules';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/rights';
import { setVillageRule } from '$lib/server/village-rules';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [rules, units] = await Promise.all([
		listVillageRules(ctx.db, scope),
		listUnits(ctx.db, scope, ['town', 'village', 'community', 'group'])
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		isSaved: url.searchParams.has('saved'),
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		rules: rules.map(({ rule, unitName, unitNameEn }) => ({
			unit: { name: unitName, nameEn: unitNameEn },
			fromOn: rule.fromOn,
			noticeDays: rule.noticeDays,
			tablesPerMeal: rule.tablesPerMeal,
			pricePerTable: rule.pricePerTable
		}))
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, villageRuleForm);
		if (!form.ok) return form.failure;
		const result = await setVillageRule(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal, 'unitId');
		redirect(303, '/desk/banquets/rules?saved');
	}
};
