import { redirect } from '@sveltejs/kit';
import { ownBanquetForm } from '$lib/forms/banquets/banquet';
import { listUnits } from '$lib/server/db/units/units';
import { listRulesInForce } from '$lib/server/db/banquets/village-rules';
import { readForm } from '$lib/server/form';
import { declareOwnBanquet } from '$lib/server/banquets/household-declarations';
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
			groups: groups
				.filter(({ parentId }) => parentId === unit.id)
				.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
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
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const ctx = locals.context;
		const form = await readForm(request, ownBanquetForm, await locals.context.throttle.takeSignup(getClientAddress()));
		if (!form.ok) return form.failure;
		const result = await declareOwnBanquet(ctx, form.data);
		if (!result.ok) return form.refuse(result.refusal, fields[result.refusal]);
		grantSlip(cookies, ctx.keys, result.banquetId, ctx.now(), url.protocol === 'https:');
		redirect(303, `/household/${result.banquetId}?declared`);
	}
};
