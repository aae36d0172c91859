// Who came to a birthday banquet.
import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { resultsForm } from '$lib/forms/birthdays/birthday';
import { findOwnBanquet } from './birthday-banquets';
import type { Context } from '../context';
import { insertInvitationResult, listInvitations } from '$lib/server/db/birthdays/invitations';
import { recordAct, stampOf } from '../record-act';
import type { NotMine } from './invitations';

/**
 * Records the result of each elder named: here, a cake taken home, or not here. From the start of the banquet on; the
 * latest entry counts.
 */
export async function recordResults(
	ctx: Context,
	{ id, eventId, results }: InferOutput<typeof resultsForm> & { eventId: string }
): Promise<Result<object, NotMine | 'event-cancelled' | 'event-not-begun' | 'invitation-unknown' | 'elder-gone'>> {
	const found = await findOwnBanquet(ctx, eventId);
	if (!found.ok) return found;
	const listed = new Map((await listInvitations(ctx.db, eventId)).map((invitation) => [invitation.id, invitation]));
	if (results.some(({ invitationId }) => !listed.has(invitationId)))
		return { ok: false, refusal: 'invitation-unknown' };
	const changed = results.filter(({ invitationId, result }) => listed.get(invitationId)!.result !== result);
	const count = (wanted: string) => changed.filter(({ result }) => result === wanted).length;
	return recordAct(
		ctx,
		{
			id,
			verb: 'recordBirthdayResults',
			subject: { type: 'birthday-banquet', id: eventId },
			unitId: found.banquet.event.unitId,
			detail: { attended: count('attended'), cakes: count('cake-delivered'), absent: count('absent') }
		},
		changed.map(({ invitationId, result }) =>
			insertInvitationResult(ctx.db, { id: `${id}:${invitationId}`, invitationId, result, ...stampOf(ctx) })
		),
		{
			'refusal:event-cancelled': 'event-cancelled',
			'refusal:event-not-begun': 'event-not-begun',
			'refusal:elder-gone': 'elder-gone'
		}
	);
}
