import { act } from '$lib/server/act';
import { addCampaign } from '$lib/server/activities/added-work';
import { listLastSaved } from '$lib/server/db/activities/added-work';
import { mayAdministerAll } from '$lib/server/people/rights';
import { campaignFormOf } from './kind-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const [saved, mayChange] = await Promise.all([listLastSaved(ctx.db), mayAdministerAll(ctx)]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		mayChange,
		isSaved: url.searchParams.has('saved'),
		last: saved.map(({ id, at, byId, nameSealed }) => ({
			id,
			at,
			by: byId && nameSealed ? ctx.keys.open(nameSealed, 'accounts.name', byId) : null
		}))
	};
};

export const actions: Actions = {
	campaign: act(campaignFormOf, addCampaign, {
		field: { 'added-name-taken': 'name' },
		to: '/admin/kinds?saved'
	})
};
