import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findEventOfSlot } from '$lib/server/db/signups/signups';
import { insertSignUpEntry } from '$lib/server/db/signups/new-signups';
import { mayActFor } from '../people/rights';
import { signupRefusals, signupStatements, type SignupWords } from './signup-row';
import { writeAct } from '../record-act';

export interface EnterSignupsCommand {
	/** The act's own id. */
	id: string;
	slotId: string;
	/** The parties in the order of the paper, each with its own client-made id. */
	parties: Omit<SignupWords, 'slotId'>[];
}

/**
 * Enters parties from a paper list or the telephone, all or none, by staff of the event's unit: places and the waitlist as for everyone.
 * Refusals: the slot has begun or is not published; a party is larger than the slot; one of the telephones is on the list meanwhile;
 * a blood drive takes one person a line.
 */
export async function enterSignups(
	ctx: Context,
	{ id, slotId, parties }: EnterSignupsCommand
): Promise<
	Result<
		object,
		| 'slot-unknown'
		| 'village-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'party-larger-than-slot'
		| 'one-person-each'
		| 'already-signed-up'
	>
> {
	const event = await findEventOfSlot(ctx.db, slotId);
	if (!event) return { ok: false, refusal: 'slot-unknown' };
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const people = parties.reduce((sum, { partySize }) => sum + partySize, 0);
	return writeAct(
		ctx,
		{
			at,
			id,
			verb: 'enterSignups',
			subject: { type: 'event', id: event.id },
			unitId: event.unitId,
			detail: { slotId, parties: parties.length, people }
		},
		parties.flatMap((party) => [
			...signupStatements(ctx, { ...party, slotId }, 'paper', at).statements,
			insertSignUpEntry(ctx.db, { actId: id, signupId: party.id, actor: ctx.actor, unitId: event.unitId, at })
		]),
		signupRefusals
	);
}
