import { firstSetting, standardIds, standardOn, standards } from '$lib/domain/blood/donation-standard';
import { standardForm } from '$lib/forms/blood/donation';
import { act } from '$lib/server/act';
import { listStandardSettings } from '$lib/server/db/blood/donation-standards';
import { setDonationStandard } from '$lib/server/blood/donation-standards';
import { mayAdministerAll } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const today = ctx.today();
	const [settings, maySet] = await Promise.all([listStandardSettings(ctx.db), mayAdministerAll(ctx)]);
	const days = [...new Set(settings.map(({ fromOn }) => fromOn))].filter((on) => on > today).sort();
	const inForce = standardOn(settings, today).id;
	return {
		id: ctx.newId(),
		today,
		maySet,
		isSaved: url.searchParams.has('saved'),
		standards: standardIds.map((id) => ({
			...standards[id],
			isInForce: id === inForce,
			/** The next day from which it holds; null: it holds already, or no day is set. */
			comesOn: days.find((on) => id !== inForce && standardOn(settings, on).id === id) ?? null
		})),
		history: [firstSetting, ...settings].map(({ standard, fromOn }) => ({ standard, fromOn })).reverse()
	};
};

export const actions: Actions = {
	default: act(standardForm, setDonationStandard, { to: '/admin/donation-standards?saved' })
};
