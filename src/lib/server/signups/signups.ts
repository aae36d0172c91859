import type { Place } from '$lib/domain/signups/signup';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import { insertDonorCheck } from '$lib/server/db/blood/donor-checks';
import { findPeople, findSignup, insertWithdrawal, updateParty, wasMadeAs } from '$lib/server/db/signups/signups';
import { insertStationConsent } from '$lib/server/db/blood/station-consents';
import { promoteWaitlist, unitOfSlot } from '$lib/server/db/signups/waitlist';
import { readCheckToken } from '../blood/donor-check';
import { done } from '$lib/server/db/write';
import { stampOf, writeAct } from '../record-act';
import { mayActOnSlip } from '../people/rights';
import { signupRefusals, signupStatements, type SignupWords } from './signup-row';

export type SignUpCommand = SignupWords & {
	phone: string;
	/** For a blood drive: the outcome of the self-check, as the form carried it; null or left out: none was made. */
	check?: string | null;
	/** Of a blood drive: whether name and telephone may be handed to the station. */
	mayHandOver?: boolean;
};

export type SignUpRefusal =
	(typeof signupRefusals)[keyof typeof signupRefusals] | 'form-sent-already' | 'check-missing' | 'check-expired';

/**
 * Signs a party up for a slot; open to all. Out: the place (confirmed or waitlisted) and the position in line.
 * Refusals: the slot has begun, is not published or was cancelled; this phone is on its list already; the same form
 * was sent before with other content (the person went back and changed it), which is neither a replay nor a new
 * sign-up. Of a blood drive: more than one person; no self-check for the day of the slot, or one of more than two
 * hours ago.
 */
export async function signUp(
	ctx: Context,
	command: SignUpCommand
): Promise<Result<{ place: Place; position: number | null }, SignUpRefusal>> {
	const { id, slotId, partySize, acceptsSome = false } = command;
	const at = ctx.now();
	const check = command.check ? readCheckToken(ctx.keys, command.check, at) : null;
	if (command.check && !check) return { ok: false, refusal: 'check-expired' };
	const { statements, phoneIndex } = signupStatements(ctx, command, 'online', at);
	if (check) {
		const { outcome, standard, on: onDate } = check;
		statements.unshift(insertDonorCheck(ctx.db, { signupId: id, outcome, standard, onDate, at }));
	}
	if (command.mayHandOver)
		statements.push(insertStationConsent(ctx.db, { id: ctx.newId(), signupId: id, ...stampOf(ctx) }));
	const act = {
		id,
		verb: 'signUp',
		subject: { type: 'signup', id },
		unitId: unitOfSlot(slotId),
		detail: { slotId, partySize, ...(acceptsSome && { acceptsSome }) }
	};
	const written = await writeAct(ctx, { ...act, at }, statements, {
		...signupRefusals,
		'refusal:check-missing': 'check-missing'
	} as const);
	if (!written.ok) return written;
	const found = await findSignup(ctx.db, id);
	if (!found || (written.replayed && !(await saysTheSame(ctx, command, found.signup, phoneIndex))))
		return { ok: false, refusal: 'form-sent-already' };
	const { place } = found.signup;
	return { ok: true, place, position: found.position };
}

/** Whether a form sent again says the same as the record; for the party, the same as the first time. */
async function saysTheSame(
	ctx: Context,
	command: SignUpCommand,
	signup: NonNullable<Awaited<ReturnType<typeof findSignup>>>['signup'],
	phoneIndex: string | null
): Promise<boolean> {
	const { id, slotId, villageId, partySize, acceptsSome = false } = command;
	const { name, companions = [], helper = null, email = null } = command;
	if (!(await wasMadeAs(ctx.db, id, { slotId, phoneIndex, villageId, partySize, acceptsSome }))) return false;
	const people = await findPeople(ctx.db, id);
	const open = (sealed: string | null, field: string) => sealed && ctx.keys.open(sealed, field, id);
	const written = [
		open(signup.nameSealed, 'signups.name'),
		open(signup.emailSealed, 'signups.email'),
		people.companions.map(({ nameSealed }) => open(nameSealed, 'companions.name')),
		people.helper && [open(people.helper.nameSealed, 'helpers.name'), open(people.helper.phoneSealed, 'helpers.phone')]
	];
	const said = [name, email, companions, helper && [helper.name, helper.phone]];
	return JSON.stringify(written) === JSON.stringify(said);
}

export interface SignupAct {
	/** The act's own id. */
	id: string;
	signupId: string;
}

/**
 * Gives the places back and moves up the head of the waitlist in the same write. By the holder of the slip or by staff
 * of the event's unit. Withdrawing twice is one withdrawal.
 */
export async function withdrawSignup(
	ctx: Context,
	{ id, signupId }: SignupAct
): Promise<Result<object, 'signup-unknown' | 'not-your-unit' | 'slot-closed' | 'has-result'>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId: found.event.unitId })))
		return { ok: false, refusal: 'not-your-unit' };
	if (found.signup.place === 'withdrawn') return { ok: true };
	const at = ctx.now();
	const written = await writeAct(
		ctx,
		{ at, id, verb: 'withdrawSignup', subject: { type: 'signup', id: signupId }, unitId: found.event.unitId },
		[insertWithdrawal(ctx.db, signupId, at, actorId(ctx.actor)), ...promoteWaitlist(ctx.db, found.slot.id, id, at)],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:has-result': 'has-result',
			'signup_withdrawals.signup_id': done
		} as const
	);
	return written.ok ? { ok: true } : written;
}

/**
 * Changes how many people come (1–6), and whether some may go first when there is no room for all. Fewer: the line
 * moves up in the same write. More: only when there is room and no one waits (or the event lets smaller parties pass),
 * else the party stays as it was.
 */
export async function changeParty(
	ctx: Context,
	{ id, signupId, partySize, acceptsSome }: SignupAct & { partySize: number; acceptsSome?: boolean }
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'slot-full'
		| 'party-larger-than-slot'
		| 'one-person-each'
		| 'others-are-waiting'
		| 'signup-withdrawn'
		| 'some-placed-already'
	>
> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId: found.event.unitId })))
		return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const isReplay = () => hasLanded(ctx.db, { id, subjectId: signupId });
	if (at >= found.slot.startsAt && !(await isReplay())) return { ok: false, refusal: 'slot-closed' };
	const written = await writeAct(
		ctx,
		{
			at,
			id,
			verb: 'changeParty',
			subject: { type: 'signup', id: signupId },
			unitId: found.event.unitId,
			detail: { before: found.signup.partySize, after: partySize, ...(acceptsSome !== undefined && { acceptsSome }) }
		},
		[
			updateParty(ctx.db, signupId, partySize, acceptsSome ?? found.signup.acceptsSome),
			...promoteWaitlist(ctx.db, found.slot.id, id, at)
		],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:others-are-waiting': 'others-are-waiting',
			'refusal:signup-withdrawn': 'signup-withdrawn',
			'refusal:party-larger-than-slot': 'party-larger-than-slot',
			'refusal:one-person-each': 'one-person-each',
			slots_taken_within_capacity: 'slot-full',
			signups_granted: 'some-placed-already'
		} as const
	);
	return written.ok ? { ok: true } : written;
}
