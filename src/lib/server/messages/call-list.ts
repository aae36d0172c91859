import { dateOf } from '$lib/domain/calendar/calendar';
import { undoMs, type CallOutcome } from '$lib/domain/messages/message';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	countCalls,
	findCall,
	findTick,
	insertTick,
	insertUndo,
	listCalls,
	listOwnTicks,
	type CallScope
} from '$lib/server/db/messages/call-list';
import { done } from '$lib/server/db/write';
import { recordAct } from '../record-act';

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

/** The actor's call list, with names and numbers in full, since they are to ring; and their last ticks. */
export async function readCallList(ctx: Context) {
	const now = ctx.now();
	const { actor, keys } = ctx;
	const byId = actor.kind === 'account' ? actor.accountId : '';
	const [{ rows, all }, ticks] = await Promise.all([
		listCalls(ctx.db, callScope(ctx), now),
		listOwnTicks(ctx.db, byId, now - undoMs)
	]);
	return {
		all,
		calls: rows.map(({ signup, helper, slot, event, village, reason, unanswered, id, kind, state, tries, nextAt }) => ({
			id,
			kind,
			tries,
			village,
			actId: ctx.newId(),
			isDead: state === 'dead',
			isLater: nextAt > now,
			nextAt,
			name: readable(keys, signup.nameSealed, 'signups.name', signup.id),
			phone: readable(keys, signup.phoneSealed, 'signups.phone', signup.id),
			helper: helper?.phoneSealed
				? {
						name: readable(keys, helper.nameSealed, 'helpers.name', signup.id),
						phone: readable(keys, helper.phoneSealed, 'helpers.phone', signup.id)
					}
				: null,
			matter: {
				kind,
				reason,
				unanswered,
				today: dateOf(now),
				...slot,
				partySize: signup.partySize,
				granted: signup.granted,
				title: event.title,
				place: event.place,
				contactPhone: event.contactPhone
			}
		})),
		ticks: ticks.map(({ id, outcome, signup, title }) => ({
			id,
			outcome,
			title,
			actId: ctx.newId(),
			name: readable(keys, signup.nameSealed, 'signups.name', signup.id)
		}))
	};
}

/**
 * A personal field in clear; null where there is none or it cannot be opened. One damaged row must not close the list.
 */
function readable(keys: Context['keys'], sealed: string | null, field: string, id: string): string | null {
	if (!sealed) return null;
	try {
		return keys.open(sealed, field, id);
	} catch {
		return null;
	}
}

/** How many calls the actor's call list holds. */
export function countOwnCalls(ctx: Context): Promise<number> {
	return countCalls(ctx.db, callScope(ctx), ctx.now());
}

function callScope({ actor }: Context): CallScope {
	if (actor.kind !== 'account') throw new Error('only an account has a call list');
	return { unitId: actor.unitId, isVolunteer: actor.role === 'volunteer' };
}
