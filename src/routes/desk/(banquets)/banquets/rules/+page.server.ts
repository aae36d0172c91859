import { noOccasions } from '$lib/domain/banquets/banquet';
import { discourages } from '$lib/forms/banquets/village-rule';
import { villageRuleForm } from '$lib/forms/banquets/village-rule';
import { act } from '$lib/server/act';
import { listVillageRules } from '$lib/server/db/banquets/village-rules';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { setVillageRule } from '$lib/server/banquets/village-rules';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const rules = await listVillageRules(ctx.db, scope);
	const chosen = rules.find(({ rule }) => `${rule.unitId}_${rule.fromOn}` === url.searchParams.get('from'))?.rule;
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: chosen?.unitId,
		scope,
		kinds: ['town', 'village', 'community', 'group']
	});
	return {
		/** The form's first values: today alone, or the rule chosen to change from. */
		first: {
			id: ctx.newId(),
			fromOn: ctx.today(),
			...(chosen && {
				unitId: chosen.unitId,
				wording: chosen.wording,
				source: chosen.source,
				noticeDays: String(chosen.noticeDays),
				tablesPerMeal: String(chosen.tablesPerMeal),
				pricePerTable: String(chosen.pricePerTable)
			}),
			...Object.fromEntries((chosen?.discouraged ?? noOccasions).map((occasion) => [discourages(occasion), 'yes']))
		} as Record<string, string>,
		isSaved: url.searchParams.has('saved'),
		units,
		rules: rules.map(({ rule, unitName, unitNameEn }) => ({
			key: `${rule.unitId}_${rule.fromOn}`,
			unit: { name: unitName, nameEn: unitNameEn },
			fromOn: rule.fromOn,
			discouraged: rule.discouraged,
			wording: rule.wording,
			source: rule.source,
			noticeDays: rule.noticeDays,
			tablesPerMeal: rule.tablesPerMeal,
			pricePerTable: rule.pricePerTable
		}))
	};
};

export const actions: Actions = {
	default: act(villageRuleForm, setVillageRule, { field: 'unitId', to: '/desk/banquets/rules?saved' })
};
