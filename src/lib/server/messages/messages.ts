import type { Resolution } from '$lib/domain/messages/message';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { updateResolved } from '$lib/server/db/messages/message-list';
import { findMessage } from '$lib/server/db/messages/outbox';
import { mayActFor } from '../people/rights';
import { recordAct } from '../record-act';

/**
 * Decides about a message that is dead or in doubt, by a cadre of the event's unit: send it again, give it to the call list, or leave it.
 * The app never sends such a message again by itself.
 */
export async function resolveMessage(
	ctx: Context,
	{ id, messageId, how }: { id: string; messageId: string; how: Resolution }
): Promise<Result<object, 'message-unknown' | 'not-your-unit' | 'message-settled'>> {
	const found = await findMessage(ctx.db, messageId);
	if (!found) return { ok: false, refusal: 'message-unknown' };
	const { event, message } = found;
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const isOpen = message.state === 'dead' || message.state === 'in-doubt';
	if (!isOpen && !(await hasLanded(ctx, { id, subjectId: messageId })))
		return { ok: false, refusal: 'message-settled' };
	const at = ctx.now();
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'resolveMessage',
			subject: { type: 'message', id: messageId },
			unitId: event.unitId,
			detail: { how, before: message.state }
		},
		[updateResolved(ctx.db, messageId, how, at)],
		{ 'refusal:message-settled': 'message-settled' } as const
	);
}
