import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findEvent } from '$lib/server/db/events/events';
import { findSignup } from '$lib/server/db/signups/signups';
import {
	findStationConsent,
	insertConsentWithdrawal,
	insertStationConsent,
	listConsenting
} from '$lib/server/db/blood/station-consents';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor, mayActOnSlip } from '../people/rights';

interface OnSignup {
	/** The act's own id. */
	id: string;
	signupId: string;
}
type Refusal = 'signup-unknown' | 'not-your-unit';

/**
 * Agrees that name and telephone are handed to the station: by the holder of the slip (the route checks that), or by
 * staff to whom it was said. Agreeing again changes nothing. Refused when the sign-up is withdrawn.
 */
export async function giveStationConsent(
	ctx: Context,
	{ id, signupId }: OnSignup
): Promise<Result<object, Refusal | 'signup-withdrawn'>> {
	const own = await findOwn(ctx, signupId);
	if (!own.ok) return own;
	return recordAct(
		ctx,
		{ id, verb: 'giveStationConsent', subject: { type: 'signup', id: signupId }, unitId: own.unitId },
		[insertStationConsent(ctx.db, { id, signupId, ...stampOf(ctx) })],
		{ 'refusal:no-drive-signup': 'signup-withdrawn', 'station_consents.signup_id': done } as const
	);
}

/**
 * Takes the consent back, by the same people: from then on the list leaves the person out. A second time changes
 * nothing.
 */
export async function withdrawStationConsent(
	ctx: Context,
	{ id, signupId }: OnSignup
): Promise<Result<object, Refusal>> {
	const own = await findOwn(ctx, signupId);
	if (!own.ok) return own;
	const consent = await findStationConsent(ctx.db, signupId);
	if (!consent) return { ok: true };
	return recordAct(
		ctx,
		{ id, verb: 'withdrawStationConsent', subject: { type: 'signup', id: signupId }, unitId: own.unitId },
		[insertConsentWithdrawal(ctx.db, { consentId: consent.id, ...stampOf(ctx) })],
		{ 'station_consent_withdrawals.consent_id': done }
	);
}

/** A person on the list that goes to the station. */
export interface Consenting {
	name: string;
	phone: string | null;
	/** Null: from outside the town. */
	villageName: string | null;
	/** ms, UTC */
	startsAt: number;
	endsAt: number;
	/** The self-check left the decision to the station. */
	asksStation: boolean;
}

/** The list for the station, by staff of the drive's unit: of those who agreed and have a place, in full. The trail keeps that it was taken. */
export async function handOverList(
	ctx: Context,
	{ id, eventId }: { id: string; eventId: string }
): Promise<
	Result<
		{ event: NonNullable<Awaited<ReturnType<typeof findEvent>>>; people: Consenting[] },
		'event-not-found' | 'not-your-unit'
	>
> {
	const event = await findEvent(ctx.db, eventId);
	if (!event || event.kind !== 'blood-drive') return { ok: false, refusal: 'event-not-found' };
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const rows = await listConsenting(ctx.db, eventId);
	await recordAct(
		ctx,
		{
			id,
			verb: 'handOverList',
			subject: { type: 'event', id: eventId },
			unitId: event.unitId,
			detail: { people: rows.length, partner: event.partner }
		},
		[]
	);
	const people = rows.map(({ id: signupId, nameSealed, phoneSealed, villageName, startsAt, endsAt, outcome }) => ({
		villageName,
		startsAt,
		endsAt,
		asksStation: outcome === 'ask-station',
		name: ctx.keys.open(nameSealed, 'signups.name', signupId),
		phone: phoneSealed && ctx.keys.open(phoneSealed, 'signups.phone', signupId)
	}));
	return { ok: true, event, people };
}

async function findOwn(ctx: Context, signupId: string): Promise<Result<{ unitId: string }, Refusal>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	const { unitId } = found.event;
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId }))) return { ok: false, refusal: 'not-your-unit' };
	return { ok: true, unitId };
}
