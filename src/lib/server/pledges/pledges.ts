import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { paperPledgeForm, signPledgeForm } from '$lib/forms/pledges/pledge';
import type { Context } from '../context';
import { findPledge, insertPledge } from '$lib/server/db/pledges/pledges';
import { findPledgeText, findTextInForce, type PledgeText } from '$lib/server/db/pledges/pledge-texts';
import { findUnit } from '$lib/server/db/units/units';
import { mayActFor } from '../people/rights';
import { findAnswer, recordAct } from '../record-act';

/** Name and phone normalised (forms/fields). */
export type SignPledgeCommand = InferOutput<typeof signPledgeForm>;
export type SignPledgeRefusal =
	'pledge-text-unknown' | 'pledge-text-replaced' | 'village-unknown' | 'already-pledged' | 'form-stale';

/**
 * A household's representative signs the text in force today; open to all. Out: the code that opens the slip.
 * Refusals: another text has come into force since the page was opened; this phone has a pledge of the audience in
 * force.
 */
export async function signPledge(
	ctx: Context,
	command: SignPledgeCommand
): Promise<Result<{ code: string }, SignPledgeRefusal>> {
	const text = await findPledgeText(ctx.db, command.textId);
	if (!text) return { ok: false, refusal: 'pledge-text-unknown' };
	const signedOn = ctx.today();
	const answered = await findAnswer(ctx, { id: command.id, verb: 'signPledge', subjectId: command.id });
	if (answered?.ok === false) return answered;
	const before = answered && (await findOwn(ctx, command.id, command.phone));
	if (before) return { ok: true, code: before.pledge.code };
	const inForce = await findTextInForce(ctx.db, text.audience, signedOn);
	if (inForce?.id !== text.id) return { ok: false, refusal: 'pledge-text-replaced' };
	return record(ctx, 'signPledge', { ...command, signedOn, isOnPaper: false }, text);
}

/** Name and phone normalised; `signedOn` is the day on the paper. */
export type RecordPaperPledgeCommand = InferOutput<typeof paperPledgeForm>;
export type RecordPaperPledgeRefusal =
	| 'not-your-unit'
	| 'pledge-text-unknown'
	| 'pledge-text-not-yet'
	| 'date-in-future'
	| 'village-unknown'
	| 'already-pledged'
	| 'form-stale';

/**
 * Records a pledge signed on paper, by staff of the village. Out: the code to write on the household's copy.
 * Refusals: the day on the paper lies ahead, or before the text came into force; this phone has a pledge in force.
 */
export async function recordPaperPledge(
	ctx: Context,
	command: RecordPaperPledgeCommand
): Promise<Result<{ code: string }, RecordPaperPledgeRefusal>> {
	if (!(await mayActFor(ctx, command.villageId))) return { ok: false, refusal: 'not-your-unit' };
	const text = await findPledgeText(ctx.db, command.textId);
	if (!text) return { ok: false, refusal: 'pledge-text-unknown' };
	if (command.signedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (command.signedOn < text.effectiveOn) return { ok: false, refusal: 'pledge-text-not-yet' };
	return record(ctx, 'recordPaperPledge', { ...command, isOnPaper: true }, text);
}

type NewPledge = SignPledgeCommand & { signedOn: string; isOnPaper: boolean };

async function record(
	ctx: Context,
	verb: string,
	{ id, name, phone, villageId, signedOn, isOnPaper }: NewPledge,
	{ id: textId, audience, number }: PledgeText
): Promise<Result<{ code: string }, 'village-unknown' | 'already-pledged' | 'form-stale'>> {
	const village = await findUnit(ctx.db, villageId);
	const isThere = village && (village.validToOn === null || signedOn <= village.validToOn);
	if (!isThere || !isVillageLevel(village.kind)) return { ok: false, refusal: 'village-unknown' };
	const at = ctx.now();
	const pledge = {
		id,
		textId,
		audience,
		villageId,
		signedOn,
		isOnPaper,
		isConfirmed: isOnPaper,
		at,
		byId: actorId(ctx.actor),
		nameSealed: ctx.keys.seal(name, 'pledges.name', id),
		phoneSealed: ctx.keys.seal(phone, 'pledges.phone', id),
		phoneIndex: ctx.keys.blindIndex(phone),
		code: ctx.newCode()
	};
	const detail = { audience, number, signedOn };
	const written = await recordAct(
		ctx,
		{ at, id, verb, subject: { type: 'pledge', id }, unitId: villageId, detail },
		[insertPledge(ctx.db, pledge)],
		{ 'pledges.phone_index': 'already-pledged' } as const
	);
	if (!written.ok) return written;
	const found = await findOwn(ctx, id, phone);
	return found ? { ok: true, code: found.pledge.code } : { ok: false, refusal: 'form-stale' };
}

/** The pledge of an id when it is this phone's: an address alone must not open another household's slip. */
async function findOwn(ctx: Context, id: string, phone: string) {
	const found = await findPledge(ctx.db, id);
	return found?.pledge.phoneIndex === ctx.keys.blindIndex(phone) ? found : null;
}
