import { banquetForm } from '$lib/forms/banquets/banquet';
import { act } from '$lib/server/act';
import { declareBanquet } from '$lib/server/banquets/banquets';
import { listUnits } from '$lib/server/db/units/units';
import { findVillageRule } from '$lib/server/db/banquets/village-rules';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
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
		units: namedUnits(units),
		rule: rule && {
			unit: { name: rule.unitName, nameEn: rule.unitNameEn },
			noticeDays: rule.rule.noticeDays,
			tablesPerMeal: rule.rule.tablesPerMeal
		}
	};
};

export const actions: Actions = {
	default: act(banquetForm, declareBanquet, {
		field: fieldOfRefusal,
		to: (_, result) => `/desk/banquets/${result.banquetId}?declared`
	})
};
