// Elders whom the roll gives for a birthday banquet and who are not on its list.
import { ruleOf } from './birthdays';
import { celebrantsOf, readInvitedRoll } from './celebrants';
import type { Context } from '../context';
import type { BirthdayBanquet } from '$lib/server/db/birthdays/birthdays';
import { listInvitations, insertInvitation } from '$lib/server/db/birthdays/invitations';
import type { Result } from '$lib/domain/result';
import { findOwnBanquet } from './birthday-banquets';
import { recordAct, stampOf } from '../record-act';
import { type NotMine, notCancelled } from './invitations';

/** Those whom the roll gives for the banquet's window and who are neither on its list nor, for that birthday, on another. */
export async function listMissing(ctx: Context, banquet: BirthdayBanquet) {
	const [roll, listed] = await Promise.all([
		readInvitedRoll(ctx, banquet.series.unitId),
		listInvitations(ctx.db, banquet.eventId)
	]);
	const known = new Set(listed.map(({ elderId }) => elderId));
	return celebrantsOf(roll, ruleOf(banquet), banquet).filter(({ elder }) => !known.has(elder.id));
}

/** Adds elders who came onto the roll since the list was made. It takes none off. */
export async function completeList(
	ctx: Context,
	{ id, eventId }: { id: string; eventId: string }
): Promise<Result<object, NotMine | 'event-cancelled' | 'elder-gone'>> {
	const found = await findOwnBanquet(ctx, eventId);
	if (!found.ok) return found;
	const missing = await listMissing(ctx, found.banquet);
	const stamp = stampOf(ctx);
	return recordAct(
		ctx,
		{
			id,
			verb: 'completeInvitationList',
			subject: { type: 'birthday-banquet', id: eventId },
			unitId: found.banquet.event.unitId,
			detail: { added: missing.length }
		},
		missing.map(({ elder }) => insertInvitation(ctx.db, { id: ctx.newId(), eventId, elderId: elder.id, ...stamp })),
		notCancelled
	);
}
