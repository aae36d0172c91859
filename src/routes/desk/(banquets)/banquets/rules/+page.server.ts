import { noOccasions } from '$lib/domain/banquets/banquet';
import { discourages } from '$lib/forms/banquets/village-rule';
import { villageRuleForm } from '$lib/forms/banquets/village-rule';
import { act } from '$lib/server/act';
import { listUnits } from '$lib/server/db/units/units';
import { listVillageRules } from '$lib/server/db/banquets/village-rules';
import { scopeOf } from '$lib/server/people/rights';
import { setVillageRule } from '$lib/server/banquets/village-rules';
import { namedUnits } from '$lib/server/units/named-units';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [rules, units] = await Promise.all([
		listVillageRules(ctx.db, scope),
		listUnits(ctx.db, scope, ['town', 'village', 'community', 'group'])
	]);
	const chosen = rules.find(({ rule }) => `${rule.unitId}_${rule.fromOn}` === url.searchParams.get('from'))?.rule;
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
		units: namedUnits(units),
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
