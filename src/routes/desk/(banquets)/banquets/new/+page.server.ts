import { homeKinds } from '$lib/domain/units/unit';
import { banquetForm } from '$lib/forms/banquets/banquet';
import { act } from '$lib/server/act';
import { declareBanquet } from '$lib/server/banquets/banquets';
import { findVillageRule } from '$lib/server/db/banquets/village-rules';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { fieldOfRefusal } from '../banquet-refusals';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const [units, rule] = await Promise.all([
		readUnitChoice(ctx, sentTo(event), { name: 'unitId', scope, kinds: homeKinds }),
		findVillageRule(ctx.db, scope, ctx.today())
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		units,
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
		day: { ledger: 'declarations', field: 'declaredOn' },
		far: ({ declaredOn, plannedOn }) => ({ field: 'declaredOn', second: 'declared', on: declaredOn, from: plannedOn }),
		to: (_, result) => `/desk/banquets/${result.banquetId}?declared`
	})
};
