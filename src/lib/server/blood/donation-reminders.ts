import { dateOf } from '$lib/domain/calendar/calendar';
import { nextDonationOn } from '$lib/domain/blood/donation';
import type { DonationKind } from '$lib/domain/blood/donation-standard';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	findDonationReminder,
	insertDonationReminder,
	insertReminderWithdrawal
} from '$lib/server/db/blood/donation-reminders';
import { findStandardOn } from '$lib/server/db/blood/donation-standards';
import { findDonation } from '$lib/server/db/blood/donations';
import { findSignup } from '$lib/server/db/signups/signups';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActOnSlip } from '../people/rights';

interface OnSignup {
	/** The act's own id. */
	id: string;
	signupId: string;
}
type Refusal = 'signup-unknown' | 'not-your-unit';

/** From which days (YYYY-MM-DD) a donor may give again, by the standard in force today; null while there is no donation on record. */
export async function readNextDonation(
	ctx: Context,
	signup: { id: string; slotStartsAt: number }
): Promise<{ wholeBloodOn: string; plateletsOn: string } | null> {
	const donation = await findDonation(ctx.db, signup.id);
	if (donation?.result.outcome !== 'donated') return null;
	return readDaysAfter(ctx, donation.result.kind, signup.slotStartsAt);
}

/** The same after a donation of this kind in a slot that began at `slotStartsAt` (ms, UTC). */
export async function readDaysAfter(
	ctx: Context,
	kind: DonationKind,
	slotStartsAt: number
): Promise<{ wholeBloodOn: string; plateletsOn: string }> {
	const last = { kind, on: dateOf(slotStartsAt) };
	const standard = await findStandardOn(ctx.db, ctx.today());
	return {
		wholeBloodOn: nextDonationOn(last, 'whole-blood', standard),
		plateletsOn: nextDonationOn(last, 'platelets', standard)
	};
}

/**
 * A donor asks for a reminder on the day from which whole blood may be given again; the holder of the slip or staff
 * may ask. Name and telephone are kept until it is sent, also beyond the days after which they are erased. Asking
 * again changes nothing.
 */
export async function askDonationReminder(
	ctx: Context,
	{ id, signupId }: OnSignup
): Promise<Result<object, Refusal | 'no-donation'>> {
	const own = await findOwn(ctx, signupId);
	if (!own.ok) return own;
	const next = await readNextDonation(ctx, { id: signupId, slotStartsAt: own.slotStartsAt });
	if (!next) return { ok: false, refusal: 'no-donation' };
	return recordAct(
		ctx,
		{ id, verb: 'askDonationReminder', subject: { type: 'signup', id: signupId }, unitId: own.unitId },
		[insertDonationReminder(ctx.db, { id, signupId, dueOn: next.wholeBloodOn, ...stampOf(ctx) })],
		{ 'refusal:no-donation': 'no-donation', 'donation_reminders.signup_id': done } as const
	);
}

/** Cancels the reminder, by the same people. Without a reminder nothing changes. */
export async function dropDonationReminder(ctx: Context, { id, signupId }: OnSignup): Promise<Result<object, Refusal>> {
	const own = await findOwn(ctx, signupId);
	if (!own.ok) return own;
	const reminder = await findDonationReminder(ctx.db, signupId);
	if (!reminder) return { ok: true };
	return recordAct(
		ctx,
		{ id, verb: 'dropDonationReminder', subject: { type: 'signup', id: signupId }, unitId: own.unitId },
		[insertReminderWithdrawal(ctx.db, { reminderId: reminder.id, ...stampOf(ctx) })],
		{ 'donation_reminder_withdrawals.reminder_id': done }
	);
}

async function findOwn(
	ctx: Context,
	signupId: string
): Promise<Result<{ unitId: string; slotStartsAt: number }, Refusal>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	const { unitId } = found.event;
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId }))) return { ok: false, refusal: 'not-your-unit' };
	return { ok: true, unitId, slotStartsAt: found.slot.startsAt };
}
