// A call is ticked off, or its tick taken back.
import type { CallOutcome } from '$lib/domain/messages/message';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findCall, findTick, insertTick, insertUndo } from '$lib/server/db/messages/call-list';
import { callScope } from './call-list';
import { recordAct } from '../record-act';
import { done } from '../db/write';

/**
 * Ticks a person off the call list: reached, not reached (again in an hour), or a wrong number. The id becomes the
 * tick's.
 */
export async function recordCall(
	ctx: Context,
	{ id, messageId, outcome }: { id: string; messageId: string; outcome: CallOutcome }
): Promise<Result<object, 'not-your-unit' | 'call-settled'>> {
	const { actor } = ctx;
	const found = actor.kind === 'account' && (await findCall(ctx.db, callScope(ctx), messageId));
	if (!found) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const written = await recordAct(
		ctx,
		{
			at,
			id,
			verb: 'recordCall',
			subject: { type: 'message', id: messageId },
			unitId: found.unitId,
			detail: { outcome }
		},
		[insertTick(ctx.db, { id, messageId, outcome, at, byId: actor.accountId })],
		{ 'refusal:call-settled': 'call-settled' } as const
	);
	return written.ok ? { ok: true } : written;
}

/**
 * Takes one's own tick back, within a quarter of an hour (domain `undoMs`) and before another caller rang. A second
 * time changes nothing.
 */
export async function undoCall(
	ctx: Context,
	{ id, tickId }: { id: string; tickId: string }
): Promise<Result<object, 'not-your-unit' | 'call-undo-too-late'>> {
	const { actor } = ctx;
	const tick = await findTick(ctx.db, tickId);
	if (!tick || actor.kind !== 'account' || tick.byId !== actor.accountId)
		return { ok: false, refusal: 'not-your-unit' };
	const found = await findCall(ctx.db, callScope(ctx), tick.messageId);
	if (!found) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const written = await recordAct(
		ctx,
		{ at, id, verb: 'undoCall', subject: { type: 'message', id: tick.messageId }, unitId: found.unitId },
		[insertUndo(ctx.db, { attemptId: tickId, at, byId: actor.accountId })],
		{ 'refusal:call-undo-too-late': 'call-undo-too-late', 'call_attempt_undos.attempt_id': done } as const
	);
	return written.ok ? { ok: true } : written;
}
