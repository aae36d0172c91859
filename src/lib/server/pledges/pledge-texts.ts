import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { pledgeTextForm } from '$lib/forms/pledges/pledge';
import type { Context } from '../context';
import { findPledgeText, insertPledgeText } from '$lib/server/db/pledges/pledge-texts';
import { mayActFor } from '../people/rights';
import { recordAct } from '../record-act';

/** `effectiveOn`: the town's date from which it is the text in force; it may lie in the past, when paper was signed before. */
export type IssuePledgeTextCommand = InferOutput<typeof pledgeTextForm>;

/** Whether the actor may issue texts: they hold for the whole installation, so only an administrator at its root. */
export async function mayIssuePledgeText(ctx: Context): Promise<boolean> {
	const root = await ctx.rootUnit();
	const isTrusted = ctx.actor.kind === 'system' || (ctx.actor.kind === 'account' && ctx.actor.role === 'administrator');
	return root !== null && isTrusted && mayActFor(ctx, root.id);
}

/** Issues the next numbered version of an audience's text. Once issued it is never changed (a trigger holds it). Out: its number. */
export async function issuePledgeText(
	ctx: Context,
	command: IssuePledgeTextCommand
): Promise<Result<{ number: number }, 'not-your-unit' | 'form-stale'>> {
	if (!(await mayIssuePledgeText(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const { id, audience, title, body, effectiveOn } = command;
	const at = ctx.now();
	const written = await recordAct(
		ctx,
		{ at, id, verb: 'issuePledgeText', subject: { type: 'pledge-text', id }, detail: { audience, effectiveOn } },
		[insertPledgeText(ctx.db, { id, audience, title, body, effectiveOn, at, byId: actorId(ctx.actor) })]
	);
	if (!written.ok) return written;
	const issued = await findPledgeText(ctx.db, id);
	return issued ? { ok: true, number: issued.number } : { ok: false, refusal: 'form-stale' };
}
