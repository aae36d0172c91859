import type { InferOutput } from 'valibot';
import { decideInvitationState, peopleOf } from '$lib/domain/birthdays/invitation';
import type { Result } from '$lib/domain/result';
import type { invitationCallForm, inviteForm } from '$lib/forms/birthdays/birthday';
import { findOwnBanquet } from './birthday-banquets';
import { listedBirthdays, ruleOf } from './birthdays';
import type { Context } from '../context';
import type { BirthdayBanquet } from '$lib/server/db/birthdays/birthdays';
import {
	findInvitation,
	insertInvitation,
	insertInvitationCall,
	listInvitations
} from '$lib/server/db/birthdays/invitations';
import { openElder } from './elder-fields';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

export type NotMine = 'not-your-unit' | 'event-not-found';
type Closed = 'event-cancelled' | 'event-completed';
/** What the database refuses for a banquet that was cancelled, or an elder who left. */
export const notCancelled = {
	'refusal:event-cancelled': 'event-cancelled',
	'refusal:elder-gone': 'elder-gone'
} as const;
const closed = { ...notCancelled, 'refusal:event-completed': 'event-completed' } as const;

/**
 * Records a call: its result, and for those who come the number of companions and whether they are fetched. The last
 * answer counts.
 */
export async function recordInvitationCall(
	ctx: Context,
	{ id, invitationId, outcome, companions, needsTransport }: InferOutput<typeof invitationCallForm>
): Promise<Result<object, 'not-your-unit' | 'invitation-unknown' | Closed | 'elder-gone'>> {
	const found = await findOwnInvitation(ctx, invitationId);
	if (!found.ok) return found;
	const isComing = outcome === 'coming';
	const wishes = { companions: isComing ? companions : 0, needsTransport: isComing && needsTransport };
	return recordAct(
		ctx,
		{
			id,
			verb: 'recordInvitationCall',
			subject: { type: 'invitation', id: invitationId },
			unitId: found.invitation.unitId,
			detail: { outcome, ...(isComing && wishes) }
		},
		[insertInvitationCall(ctx.db, { id, invitationId, outcome, ...wishes, ...stampOf(ctx) })],
		closed
	);
}

/**
 * Puts an elder of the village on the list whom the roll would not give: a birthday on the edge, a guest of honour.
 */
export async function inviteElder(
	ctx: Context,
	{ id, eventId, elderId }: InferOutput<typeof inviteForm> & { eventId: string }
): Promise<Result<object, NotMine | 'event-cancelled' | 'elder-gone' | 'elder-unknown' | 'elder-of-other-village'>> {
	const found = await findOwnBanquet(ctx, eventId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{
			id,
			verb: 'inviteElder',
			subject: { type: 'birthday-banquet', id: eventId },
			unitId: found.banquet.event.unitId
		},
		[insertInvitation(ctx.db, { id, eventId, elderId, ...stampOf(ctx) })],
		{ ...notCancelled, 'refusal:elder-of-other-village': 'elder-of-other-village', 'FOREIGN KEY': 'elder-unknown' }
	);
}

/**
 * A banquet's list in clear, by village group: who, birthday and age, the state of the invitation, the seat. Mask what
 * a page does not need.
 */
export async function readInvitations(ctx: Context, banquet: BirthdayBanquet) {
	const listed = listedBirthdays(ruleOf(banquet), banquet);
	return (await listInvitations(ctx.db, banquet.eventId)).map((own) => {
		const elder = openElder(ctx, {
			...own.elder,
			unitName: own.unitName,
			unitNameEn: own.unitNameEn,
			departure: null,
			erasedAt: null
		});
		const birthday = elder.birth && listed(elder.birth);
		const state = decideInvitationState(own);
		return {
			id: own.id,
			state,
			answer: own.answer,
			result: own.result,
			needsTransport: own.needsTransport,
			companions: own.companions,
			people: peopleOf({ state, companions: own.companions }),
			calls: own.calls,
			lastCallAt: own.lastCallAt,
			lastOutcome: own.lastOutcome,
			table: own.table,
			isByHand: own.isByHand ?? false,
			birthday,
			elder
		};
	});
}

/** An invitation in whose unit the actor may act. */
export async function findOwnInvitation(
	ctx: Context,
	id: string
): Promise<
	Result<
		{ invitation: NonNullable<Awaited<ReturnType<typeof findInvitation>>> },
		'not-your-unit' | 'invitation-unknown'
	>
> {
	const invitation = await findInvitation(ctx.db, id);
	if (!invitation) return { ok: false, refusal: 'invitation-unknown' };
	return (await mayActFor(ctx, invitation.unitId)) ? { ok: true, invitation } : { ok: false, refusal: 'not-your-unit' };
}
