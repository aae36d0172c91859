import { error } from '@sveltejs/kit';
import type { AddedCampaign } from '$lib/domain/activities/added-work';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { renameCampaign } from '$lib/server/activities/added-work';
import { mayAdministerAll } from '$lib/server/people/rights';
import { campaignFormOf } from '../../kind-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const { name, nameEn } = await openCampaign(ctx, params.campaign);
	return { id: ctx.newId(), values: { name, nameEn } };
};

export const actions: Actions = {
	default: act(
		campaignFormOf,
		async (ctx, data, { params }: RequestEvent) => {
			const { id: campaignId } = await openCampaign(ctx, params.campaign);
			return renameCampaign(ctx, { ...data, campaignId });
		},
		{ field: { 'added-name-taken': 'name' }, to: '/admin/kinds?saved' }
	)
};

/** The campaign of the address, for who may rename it. */
async function openCampaign(ctx: Context, id: string): Promise<AddedCampaign> {
	if (!(await mayAdministerAll(ctx))) error(403);
	const campaign = (await ctx.registry()).campaigns.find((one) => one.id === id);
	if (!campaign) error(404);
	return campaign;
}
