import { error } from '@sveltejs/kit';
import { findAddedKind, type AddedKind } from '$lib/domain/activities/added-work';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { correctWorkKind } from '$lib/server/activities/added-work';
import { findDeclaredStart } from '$lib/server/db/figures/ledger-starts';
import { mayAdministerAll } from '$lib/server/people/rights';
import { kindCorrectionForm } from '../kind-form';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const { id, words, isRounded, ...kind } = await openKind(ctx, params.kind);
	const values = { ...kind, words: words.join(' '), isRounded: isRounded ? 'yes' : '' };
	return { id: ctx.newId(), ledgerFromOn: await findDeclaredStart(ctx.db, 'activities'), kind: id, values };
};

export const actions: Actions = {
	default: act(
		kindCorrectionForm,
		async (ctx, data, { params }: RequestEvent) => {
			const { id: kindId } = await openKind(ctx, params.kind);
			return correctWorkKind(ctx, { ...data, kindId });
		},
		{
			field: {
				'added-name-taken': 'name',
				'kind-before-ledger': 'fromOn',
				'kind-has-entries': 'name',
				...{ 'kind-entries-outside': 'fromOn', 'kind-entries-after': 'closedFromOn' }
			},
			to: '/admin/kinds?saved'
		}
	)
};

/** The kind of the address, for who may change it. */
async function openKind(ctx: Context, id: string): Promise<AddedKind> {
	if (!(await mayAdministerAll(ctx))) error(403);
	const kind = findAddedKind(await ctx.registry(), id);
	if (!kind) error(404);
	return kind;
}
