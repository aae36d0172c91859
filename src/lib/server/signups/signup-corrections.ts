import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { deleteCompanions, updateWords } from '$lib/server/db/signups/signups';
import { insertCompanions } from '$lib/server/db/signups/new-signups';
import { findAnswer, recordAct, type Statements } from '../record-act';
import { findOwnSlip } from './own-slip';

export interface CorrectSignupCommand {
	/** The act's own id. */
	id: string;
	signupId: string;
	/** Normalised (forms/fields); null: as it is. */
	name: string | null;
	phone: string | null;
	/** Names of all who come along; none: as they are. */
	companions: string[];
}

/**
 * Corrects what was mistyped, before the slot begins: name, telephone, companions. The sign-up keeps its
 * status and its place in line. By the holder of the slip (the route checks that) or by staff of the event's unit. The audit entry names the fields and none of their
 * values. Refusals: the telephone is on the slot's list already; more names than people; nothing was given to correct.
 */
export async function correctSignup(
	ctx: Context,
	{ id, signupId, name, phone, companions }: CorrectSignupCommand
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'signup-withdrawn'
		| 'already-signed-up'
		| 'more-names-than-people'
		| 'nothing-to-correct'
	>
> {
	const own = await findOwnSlip(ctx, signupId);
	if (!own.ok) return own;
	const { signup, slot, event } = own.found;
	const answered = await findAnswer(ctx, { id, verb: 'correctSignup', subjectId: signupId });
	if (answered) return answered;
	if (ctx.now() >= slot.startsAt) return { ok: false, refusal: 'slot-closed' };
	if (companions.length >= signup.partySize) return { ok: false, refusal: 'more-names-than-people' };
	const fields = [name && 'name', phone && 'phone', companions.length > 0 && 'companions'].filter(Boolean);
	if (fields.length === 0) return { ok: false, refusal: 'nothing-to-correct' };
	const seal = (field: string, text: string) => ctx.keys.seal(text, field, signupId);
	const words: Statements = [
		updateWords(ctx.db, signupId, {
			nameSealed: name === null ? signup.nameSealed : seal('signups.name', name),
			...(phone !== null && { phoneSealed: seal('signups.phone', phone), phoneIndex: ctx.keys.blindIndex(phone) })
		}),
		...(companions.length > 0 ? [deleteCompanions(ctx.db, signupId)] : []),
		...insertCompanions(
			ctx.db,
			companions.map((one, at) => ({ signupId, nth: at + 2, nameSealed: seal('companions.name', one) }))
		)
	];
	const act = { id, verb: 'correctSignup', subject: { type: 'signup', id: signupId }, unitId: event.unitId };
	return recordAct(ctx, { ...act, detail: { fields } }, words, {
		'refusal:slot-closed': 'slot-closed',
		'refusal:signup-withdrawn': 'signup-withdrawn',
		'signups.phone_index': 'already-signed-up'
	} as const);
}
