import type { InferOutput } from 'valibot';
import { windowOf } from '$lib/domain/birthdays/birthday-window';
import { decideInvitationState, peopleOf } from '$lib/domain/birthdays/invitation';
import type { Result } from '$lib/domain/result';
import { seatGuests } from '$lib/domain/birthdays/seating';
import type { invitationCallForm, inviteForm, resultsForm, seatForm } from '$lib/forms/birthdays/birthday';
import { celebrantsOf, findOwnBanquet } from './birthday-banquets';
import { birthdayFor } from './birthdays';
import type { Context } from '../context';
import { findSeries, type BirthdayBanquet } from '$lib/server/db/birthdays/birthdays';
import {
	deleteSystemSeats,
	findInvitation,
	insertInvitation,
	insertInvitationCall,
	insertInvitationResult,
	listInvitations,
	upsertSeat
} from '$lib/server/db/birthdays/invitations';
import { openElder, readRoll } from './elders';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

type NotMine = 'not-your-unit' | 'event-not-found';
type Closed = 'event-cancelled' | 'event-completed';
const notCancelled = { 'refusal:event-cancelled': 'event-cancelled', 'refusal:elder-gone': 'elder-gone' } as const;
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
	const told = { companions: isComing ? companions : 0, needsTransport: isComing && needsTransport };
	return recordAct(
		ctx,
		{
			id,
			verb: 'recordInvitationCall',
			subject: { type: 'invitation', id: invitationId },
			unitId: found.invitation.unitId,
			detail: { outcome, ...(isComing && told) }
		},
		[insertInvitationCall(ctx.db, { id, invitationId, outcome, ...told, ...stampOf(ctx) })],
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

/** Those whom the roll gives for the banquet's window and who are not on its list. */
export async function listMissing(ctx: Context, { eventId, seriesId, series, ...own }: BirthdayBanquet) {
	const [roll, listed, row] = await Promise.all([
		readRoll(ctx, series.unitId),
		listInvitations(ctx.db, eventId),
		findSeries(ctx.db, seriesId)
	]);
	const known = new Set(listed.map(({ elderId }) => elderId));
	const window = windowOf(series.cadence, { year: own.year, month: own.firstMonth });
	return row ? celebrantsOf(roll, row, window).filter(({ elder }) => !known.has(elder.id)) : [];
}

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
	const count = (said: string) => changed.filter(({ result }) => result === said).length;
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

/**
 * A banquet's list in clear, by village group: who, birthday and age, the state of the invitation, the seat. Mask what
 * a page does not need.
 */
export async function readInvitations(ctx: Context, banquet: BirthdayBanquet) {
	const { year, firstMonth, lastMonth, series } = banquet;
	return (await listInvitations(ctx.db, banquet.eventId)).map((own) => {
		const elder = openElder(ctx, {
			...own.elder,
			unitName: own.unitName,
			unitNameEn: own.unitNameEn,
			departure: null,
			erasedAt: null
		});
		const birthday =
			elder.birth &&
			birthdayFor(elder.birth, { ...series, threshold: 0, cadence: 'two-months' }, { year, firstMonth, lastMonth });
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

async function findOwnInvitation(
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
