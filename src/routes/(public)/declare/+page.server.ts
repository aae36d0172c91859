import { ownBanquetForm } from '$lib/forms/banquets/household';
import { listUnits } from '$lib/server/db/units/units';
import { act } from '$lib/server/act';
import { listRulesInForce } from '$lib/server/db/banquets/village-rules';
import { declareOwnBanquet } from '$lib/server/banquets/household-declarations';
import { namedUnits } from '$lib/server/units/named-units';
import { grantSlip } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const today = ctx.today();
	const root = await ctx.rootUnit();
	const [villages, groups] = root
		? await Promise.all([listRulesInForce(ctx.db, root.id, today), listUnits(ctx.db, root.id, ['group'])])
		: [[], []];
	return {
		id: ctx.newId(),
		villages: villages.map(({ unit, rule }) => ({
			...unit,
			groups: namedUnits(groups.filter(({ parentId }) => parentId === unit.id)),
			rule: rule && {
				wording: rule.wording,
				source: rule.source,
				noticeDays: rule.noticeDays,
				tablesPerMeal: rule.tablesPerMeal
			}
		}))
	};
};

const fields: Record<string, string | undefined> = {
	'unit-not-a-village': 'unitId',
	'planned-too-far': 'plannedOn',
	'planned-long-past': 'plannedOn'
};

export const actions: Actions = {
	default: act(
		ownBanquetForm,
		async (ctx, data, { cookies, url }) => {
			const result = await declareOwnBanquet(ctx, data);
			if (result.ok) grantSlip(cookies, ctx.keys, result.banquetId, ctx.now(), url.protocol === 'https:');
			return result;
		},
		{
			mayTry: (throttle, address) => throttle.takeSignup(address),
			field: fields,
			to: (_, { banquetId }) => `/household/${banquetId}?declared`
		}
	)
};
