import { homeKinds } from '$lib/domain/units/unit';
import { ownBanquetForm } from '$lib/forms/banquets/household';
import { act } from '$lib/server/act';
import { sentTo } from '$lib/server/form';
import { listRulesInForce } from '$lib/server/db/banquets/village-rules';
import { askOwnDay, declareOwnBanquet } from '$lib/server/banquets/household-declarations';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { grantSlip } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = (await ctx.rootUnit())?.id ?? '';
	const choice = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		scope,
		kinds: homeKinds
	});
	const villages = await listRulesInForce(ctx.db, scope, ctx.today(), choice.isNarrowed ? ids(choice.units) : null);
	return {
		id: ctx.newId(),
		choice,
		villages: villages.map(({ unit, rule }) => ({
			...unit,
			rule: rule && {
				wording: rule.wording,
				source: rule.source,
				noticeDays: rule.noticeDays,
				tablesPerMeal: rule.tablesPerMeal
			}
		}))
	};
};

const ids = (units: readonly { id: string }[]) => units.map(({ id }) => id);

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
			far: (data, { locals }) => askOwnDay(locals.context, data),
			to: (_, { banquetId }) => `/household/${banquetId}?declared`
		}
	)
};
