// Who sits at which table.
import type { InferOutput } from 'valibot';
import { decideInvitationState, peopleOf } from '$lib/domain/birthdays/invitation';
import type { Result } from '$lib/domain/result';
import { seatGuests } from '$lib/domain/birthdays/seating';
import type { seatForm } from '$lib/forms/birthdays/birthday';
import { findOwnBanquet } from './birthday-banquets';
import type { Context } from '../context';
import { deleteSystemSeats, listInvitations, upsertSeat } from '$lib/server/db/birthdays/invitations';
import { recordAct, stampOf } from '../record-act';
import { type NotMine, findOwnInvitation } from './invitations';

/** Finds a table for everyone who comes (domain `seatGuests`). Seats assigned by hand stay. */
export async function assignSeats(
	ctx: Context,
	{ id, eventId }: { id: string; eventId: string }
): Promise<Result<object, NotMine | 'too-many-tables'>> {
	const found = await findOwnBanquet(ctx, eventId);
	if (!found.ok) return found;
	const { banquet } = found;
	const guests = (await listInvitations(ctx.db, eventId)).flatMap((own) => {
		const people = peopleOf({ state: decideInvitationState(own), companions: own.companions });
		return people > 0 ? [{ own, people }] : [];
	});
	const placed = seatGuests(
		guests.map(({ own, people }) => ({
			id: own.id,
			groupId: own.elder.unitId,
			people,
			table: own.isByHand ? own.table : null
		})),
		banquet.seats
	);
	const stamp = stampOf(ctx);
	return recordAct(
		ctx,
		{
			id,
			verb: 'assignSeats',
			subject: { type: 'birthday-banquet', id: eventId },
			unitId: banquet.event.unitId,
			detail: { guests: guests.length, tables: new Set(placed.values()).size }
		},
		[
			deleteSystemSeats(ctx.db, eventId),
			...guests
				.filter(({ own }) => !own.isByHand)
				.map(({ own }) =>
					upsertSeat(ctx.db, { invitationId: own.id, tableNumber: placed.get(own.id)!, isByHand: false, ...stamp })
				)
		],
		{ invitation_seats_table: 'too-many-tables' }
	);
}

/** Puts one elder, with the companions, at another table. More people than seats are allowed and shown. */
export async function moveGuest(
	ctx: Context,
	{ id, invitationId, table }: InferOutput<typeof seatForm>
): Promise<Result<object, 'not-your-unit' | 'invitation-unknown'>> {
	const found = await findOwnInvitation(ctx, invitationId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{
			id,
			verb: 'moveGuest',
			subject: { type: 'invitation', id: invitationId },
			unitId: found.invitation.unitId,
			detail: { before: found.invitation.table, after: table }
		},
		[upsertSeat(ctx.db, { invitationId, tableNumber: table, isByHand: true, ...stampOf(ctx) })]
	);
}
