import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { hourState, refuseWord, type HourSide, type SayRefusal } from '$lib/domain/shifts/shift-hours';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { hasLanded } from '$lib/server/db/landed-acts';
import { findServed, insertHours } from '$lib/server/db/shifts/shift-hours';
import { mayActFor } from '../people/rights';

export interface SayHoursCommand {
	id: string;
	claimId: string;
	/** Minutes served; 0: could not come. */
	minutes: number;
	/** How many words the speaker has read: a side answers only what it has seen. */
	wordsRead: number;
}

/** Whether this settled the minutes: both sides now say the same. */
type Settlement = { isSettled: boolean };

type HoursRefusal = 'claim-unknown' | 'shift-not-over' | 'hours-moved-on' | SayRefusal;

/**
 * The volunteer says the minutes served, after the shift's end; stating what the organiser stated last settles them. May
 * be stated again until they are settled.
 */
export async function sayHours(
	ctx: Context,
	command: SayHoursCommand
): Promise<Result<Settlement, HoursRefusal | 'shift-not-yours'>> {
	const served = await findServed(ctx.db, command.claimId);
	if (!served || served.isReleased) return { ok: false, refusal: 'claim-unknown' };
	if (served.accountId !== actorId(ctx.actor)) return { ok: false, refusal: 'shift-not-yours' };
	return recordWord(
		ctx,
		served,
		'volunteer',
		{ ...command, reason: '' },
		{ 'refusal:shift-not-yours': 'shift-not-yours' }
	);
}

/**
 * The organiser says the minutes, by staff of the event's unit but never on their own hours: the volunteer's number
 * settles them, another one needs a reason and waits for the volunteer.
 */
export async function answerHours(
	ctx: Context,
	command: SayHoursCommand & { reason: string }
): Promise<Result<Settlement, HoursRefusal | 'not-your-unit' | 'own-hours'>> {
	const served = await findServed(ctx.db, command.claimId);
	if (!served || served.isReleased) return { ok: false, refusal: 'claim-unknown' };
	if (!(await mayActFor(ctx, served.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordWord(ctx, served, 'organiser', command, { 'refusal:own-hours': 'own-hours' });
}

async function recordWord<R extends string>(
	ctx: Context,
	served: NonNullable<Awaited<ReturnType<typeof findServed>>>,
	side: HourSide,
	{ id, claimId, minutes, wordsRead, reason }: SayHoursCommand & { reason: string },
	refusals: Record<string, R>
): Promise<Result<Settlement, HoursRefusal | R>> {
	const { shiftId, unitId, words } = served;
	const word = { side, minutes, reason };
	const refusal = refuseWord(words, word, served);
	if (refusal && !(await hasLanded(ctx, { id, subjectId: shiftId }))) return { ok: false, refusal };
	const at = ctx.now();
	const written = await recordAct<HoursRefusal | R>(
		ctx,
		{
			at,
			id,
			verb: side === 'volunteer' ? 'sayHours' : 'answerHours',
			subject: { type: 'shift', id: shiftId },
			unitId,
			detail: { claimId, minutes, before: words.at(-1)?.minutes ?? null }
		},
		[insertHours(ctx.db, { id, claimId, seq: wordsRead + 1, side, minutes, reason, at, byId: actorId(ctx.actor) })],
		{
			...refusals,
			'refusal:shift-not-over': 'shift-not-over',
			'refusal:hours-settled': 'hours-settled',
			'refusal:hours-moved-on': 'hours-moved-on',
			'shift_hours.claim_id': 'hours-moved-on',
			'refusal:hours-unsaid': 'hours-unsaid',
			'refusal:hours-too-long': 'hours-too-long'
		}
	);
	return written.ok
		? { ok: true, isSettled: hourState([...words.slice(0, wordsRead), word]).is === 'agreed' }
		: written;
}
