import type { InferOutput } from 'valibot';
import {
	findAddedKind,
	nameKeyOf,
	type AddedCampaignId,
	type AddedKind,
	type AddedKindId
} from '$lib/domain/activities/added-work';
import { isBeforeLedger } from '$lib/domain/figures/ledger';
import type { Result } from '$lib/domain/result';
import type { campaignForm, workKindCorrectionForm, workKindForm } from '$lib/forms/activities/added-work';
import type { Context } from '../context';
import {
	campaignBeforeAndAfter,
	insertCampaign,
	insertWorkKind,
	kindBeforeAndAfter,
	updateCampaign,
	updateWorkKind
} from '$lib/server/db/activities/added-work';
import { findDeclaredStart } from '$lib/server/db/figures/ledger-starts';
import { mayAdministerAll } from '../people/rights';
import { recordAct, stampOf } from '../record-act';

type CampaignFields = InferOutput<ReturnType<typeof campaignForm>>;
type KindFields = InferOutput<ReturnType<typeof workKindForm>>;
type CorrectedFields = InferOutput<ReturnType<typeof workKindCorrectionForm>>;

const taken = {
	'campaigns.name_key': 'added-name-taken',
	'work_kinds.name_key': 'added-name-taken'
} as const;

/** Adds a campaign (专项), by an administrator at the root. Refusals: another one is called so. */
export async function addCampaign(
	ctx: Context,
	{ id, ...campaign }: CampaignFields
): Promise<Result<object, 'not-your-unit' | 'added-name-taken'>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const act = { id, verb: 'addCampaign', subject: { type: 'campaign', id }, detail: campaign };
	return recordAct(ctx, act, [insertCampaign(ctx.db, { ...campaign, ...saved(ctx, campaign) })], taken);
}

/** Gives an added campaign another name, by an administrator at the root; the old one stays in the audit entry. */
export async function renameCampaign(
	ctx: Context,
	{ id, campaignId, ...campaign }: CampaignFields & { campaignId: AddedCampaignId }
): Promise<Result<object, 'not-your-unit' | 'campaign-unknown' | 'added-name-taken'>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const { campaigns } = await ctx.registry();
	if (!campaigns.some((known) => known.id === campaignId)) return { ok: false, refusal: 'campaign-unknown' };
	const detail = campaignBeforeAndAfter(campaignId, campaign);
	return recordAct(
		ctx,
		{ id, verb: 'renameCampaign', subject: { type: 'campaign', id: campaignId }, detail },
		[updateCampaign(ctx.db, campaignId, { ...campaign, ...saved(ctx, campaign) })],
		taken
	);
}

/**
 * Adds a kind of work with its figure, by an administrator at the root: from `fromOn` (a date of the town) on it is entered, counted, published
 * and reported like the software's own. Refusals: another kind is called so; the work ledger begins later.
 */
export async function addWorkKind(
	ctx: Context,
	{ id, ...kind }: KindFields
): Promise<Result<object, 'not-your-unit' | 'added-name-taken' | 'kind-before-ledger'>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	if (await isBeforeWork(ctx, kind.fromOn)) return { ok: false, refusal: 'kind-before-ledger' };
	const act = { id, verb: 'addWorkKind', subject: { type: 'work-kind', id }, detail: kind };
	return recordAct(ctx, act, [insertWorkKind(ctx.db, { ...kind, ...saved(ctx, kind) })], taken);
}

export type CorrectWorkKindRefusal =
	| 'not-your-unit'
	| 'kind-unknown'
	| 'added-name-taken'
	| 'kind-before-ledger'
	| 'kind-has-entries'
	| 'kind-entries-outside'
	| 'kind-entries-after';

/**
 * Corrects an added kind, by an administrator at the root; what it was stays in the audit entry. `closedFromOn`: the day from which it is no
 * longer kept. Refusals: another kind is called so; what it counts and its name stay once it has entries; entries lie outside of its days; the work ledger begins later than it.
 */
export async function correctWorkKind(
	ctx: Context,
	{ id, kindId, ...kind }: CorrectedFields & { kindId: AddedKindId }
): Promise<Result<object, CorrectWorkKindRefusal>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const was = findAddedKind(await ctx.registry(), kindId);
	if (!was) return { ok: false, refusal: 'kind-unknown' };
	if (kind.fromOn !== was.fromOn && (await isBeforeWork(ctx, kind.fromOn)))
		return { ok: false, refusal: 'kind-before-ledger' };
	const written = await recordAct(
		ctx,
		{
			id,
			verb: 'correctWorkKind',
			subject: { type: 'work-kind', id: kindId },
			detail: kindBeforeAndAfter(kindId, kind)
		},
		[updateWorkKind(ctx.db, kindId, { ...kind, ...saved(ctx, kind) })],
		{
			...taken,
			'refusal:kind-has-entries': 'kind-has-entries',
			'refusal:kind-entries-outside': 'kind-entries-outside'
		} as const
	);
	const isAfter = !written.ok && written.refusal === 'kind-entries-outside' && kind.fromOn === was.fromOn;
	return isAfter ? { ok: false, refusal: 'kind-entries-after' } : written;
}

/** Whether a day (YYYY-MM-DD) is before the declared beginning of the work ledger: no kind of it can have been kept then. */
const isBeforeWork = async (ctx: Context, on: string): Promise<boolean> =>
	isBeforeLedger(await findDeclaredStart(ctx.db, 'activities'), on);

const saved = (ctx: Context, { name }: Pick<AddedKind, 'name'>) => ({ nameKey: nameKeyOf(name), ...stampOf(ctx) });
