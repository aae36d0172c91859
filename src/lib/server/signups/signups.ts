import type { SignupStatus } from '$lib/domain/signups/signup';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertDonorCheck } from '$lib/server/db/blood/donor-checks';
import { findPeople, findSignup } from '$lib/server/db/signups/signups';
import { signupOutcome, wasMadeAs } from '$lib/server/db/signups/new-signups';
import { insertStationConsent } from '$lib/server/db/blood/station-consents';
import { readCheckToken } from '../blood/donor-check';
import { stampOf, writeAndRead } from '../record-act';
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

type Outcome = Awaited<ReturnType<typeof signupOutcome>>;

/**
 * Signs a party up for a slot; open to all. Out: the status (confirmed or waitlisted), the position in line, and how many questions each
 * person is asked.
 * Refusals: the slot has begun, is not published or was cancelled; this phone is on its list already; the same form
 * was sent before with other content (the person went back and changed it), which is neither a replay nor a new
 * sign-up. Of a blood drive: more than one person; no self-check for the day of the slot, or one of more than two
 * hours ago.
 */
export async function signUp(
	ctx: Context,
	command: SignUpCommand
): Promise<Result<{ status: SignupStatus; position: number | null; asked: number }, SignUpRefusal>> {
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
		ofSlot: slotId,
		detail: { slotId, partySize, ...(acceptsSome && { acceptsSome }) }
	};
	const written = await writeAndRead(ctx, { ...act, at }, [...statements, signupOutcome(ctx.db, { id })], {
		...signupRefusals,
		'refusal:check-missing': 'check-missing'
	} as const);
	if (!written.ok) return written;
	if (!written.replayed) return { ok: true, ...(written.results.at(-1) as Outcome)[0]! };
	const [outcome] = (await saysTheSame(ctx, command, phoneIndex)) ? await signupOutcome(ctx.db, { id }) : [];
	return outcome ? { ok: true, ...outcome } : { ok: false, refusal: 'form-sent-already' };
}

/** Whether a form sent again says the same as the record; for the party, the same as the first time. */
async function saysTheSame(ctx: Context, command: SignUpCommand, phoneIndex: string | null): Promise<boolean> {
	const { id, slotId, villageId, partySize, acceptsSome = false } = command;
	const { name, companions = [], helper = null, email = null } = command;
	if (!(await wasMadeAs(ctx.db, id, { slotId, phoneIndex, villageId, partySize, acceptsSome }))) return false;
	const [found, people] = await Promise.all([findSignup(ctx.db, id), findPeople(ctx.db, id)]);
	if (!found) return false;
	const { signup } = found;
	const open = (sealed: string | null, field: string) => sealed && ctx.keys.open(sealed, field, id);
	const recorded = [
		open(signup.nameSealed, 'signups.name'),
		open(signup.emailSealed, 'signups.email'),
		people.companions.map(({ nameSealed }) => open(nameSealed, 'companions.name')),
		people.helper && [open(people.helper.nameSealed, 'helpers.name'), open(people.helper.phoneSealed, 'helpers.phone')]
	];
	const sent = [name, email, companions, helper && [helper.name, helper.phone]];
	return JSON.stringify(recorded) === JSON.stringify(sent);
}
