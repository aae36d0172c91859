import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { paperPledgeForm, pledgeTextForm, signPledgeForm } from '$lib/forms/pledges/pledge';
import type { Context } from '../context';
import {
	findPledge,
	findPledgeText,
	findTextInForce,
	insertPledge,
	insertPledgeRenewal,
	insertPledgeText,
	insertPledgeWithdrawal,
	type PledgeText
} from '$lib/server/db/pledges/pledges';
import { findUnit } from '$lib/server/db/units/units';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor, mayActOnSlip } from '../people/rights';

/** `effectiveOn`: the town's date from which it is the text in force; it may lie in the past, when paper was signed before. */
export type IssuePledgeTextCommand = InferOutput<typeof pledgeTextForm>;

/** Whether the actor may issue texts: they hold for the whole installation, so only an administrator at its root. */
export async function mayIssuePledgeText(ctx: Context): Promise<boolean> {
	const root = await ctx.rootUnit();
	const isTrusted = ctx.actor.kind === 'system' || (ctx.actor.kind === 'account' && ctx.actor.role === 'administrator');
	return root !== null && isTrusted && mayActFor(ctx, root.id);
}

/** Issues the next numbered version of an audience's text. Once issued it is never changed (a trigger holds it). Out: its number. */
export async function issuePledgeText(
	ctx: Context,
	command: IssuePledgeTextCommand
): Promise<Result<{ number: number }, 'not-your-unit' | 'form-stale'>> {
	if (!(await mayIssuePledgeText(ctx))) return { ok: false, refusal: 'not-your-unit' };
	const { id, audience, title, body, effectiveOn } = command;
	const at = ctx.now();
	await recordAct(
		ctx,
		{ at, id, verb: 'issuePledgeText', subject: { type: 'pledge-text', id }, detail: { audience, effectiveOn } },
		[insertPledgeText(ctx.db, { id, audience, title, body, effectiveOn, at, byId: actorId(ctx.actor) })]
	);
	const issued = await findPledgeText(ctx.db, id);
	return issued ? { ok: true, number: issued.number } : { ok: false, refusal: 'form-stale' };
}

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
	const before = await findOwn(ctx, command.id, command.phone);
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

export interface WithdrawPledgeCommand {
	/** The act's own id. */
	id: string;
	pledgeId: string;
}

/**
 * Withdraws a pledge from today on, by the holder of the slip or by staff of the village. Withdrawing twice is one
 * withdrawal; the phone may sign again afterwards.
 */
export async function withdrawPledge(
	ctx: Context,
	{ id, pledgeId }: WithdrawPledgeCommand
): Promise<Result<object, 'pledge-unknown' | 'not-your-unit' | 'withdrawn-before-signed'>> {
	const found = await findPledge(ctx.db, pledgeId);
	if (!found) return { ok: false, refusal: 'pledge-unknown' };
	const unitId = found.pledge.villageId;
	if (!(await mayActOnSlip(ctx, { id: pledgeId, unitId }))) return { ok: false, refusal: 'not-your-unit' };
	if (found.pledge.isWithdrawn) return { ok: true };
	const at = ctx.now();
	const withdrawal = { pledgeId, withdrawnOn: ctx.today(), at, byId: actorId(ctx.actor) };
	return recordAct(
		ctx,
		{ at, id, verb: 'withdrawPledge', subject: { type: 'pledge', id: pledgeId }, unitId },
		[insertPledgeWithdrawal(ctx.db, withdrawal)],
		{ 'pledge_withdrawals.pledge_id': done, 'refusal:withdrawn-before-signed': 'withdrawn-before-signed' } as const
	);
}

export interface RenewPledgeCommand {
	/** The act's own id, and the renewal's. */
	id: string;
	pledgeId: string;
	/** The text that was on the page. */
	textId: string;
	/** The day on the paper; today for the holder of the slip. */
	renewedOn?: string;
}
export type RenewPledgeRefusal =
	| 'pledge-unknown'
	| 'not-your-unit'
	| 'pledge-withdrawn'
	| 'pledge-text-replaced'
	| 'pledge-text-not-newer'
	| 'pledge-text-not-yet'
	| 'date-in-future';

/**
 * Takes a pledge over to the text in force today, by the holder of the slip or by staff of the village. The earlier
 * signature stays as it was; without renewal it stays in force. Renewing twice is one renewal.
 */
export async function renewPledge(
	ctx: Context,
	{ id, pledgeId, textId, renewedOn = ctx.today() }: RenewPledgeCommand
): Promise<Result<object, RenewPledgeRefusal>> {
	const found = await findPledge(ctx.db, pledgeId);
	if (!found) return { ok: false, refusal: 'pledge-unknown' };
	const { villageId, audience, signedOn } = found.pledge;
	if (!(await mayActOnSlip(ctx, { id: pledgeId, unitId: villageId }))) return { ok: false, refusal: 'not-your-unit' };
	if (renewedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (found.text.id === textId && !found.pledge.isWithdrawn) return { ok: true };
	const inForce = await findTextInForce(ctx.db, audience, ctx.today());
	if (inForce?.id !== textId) return { ok: false, refusal: 'pledge-text-replaced' };
	const subject = { type: 'pledge', id: pledgeId };
	const detail = { audience, before: found.text.number, after: inForce.number, signedOn, renewedOn };
	return recordAct(
		ctx,
		{ id, verb: 'renewPledge', subject, unitId: villageId, detail },
		[insertPledgeRenewal(ctx.db, { id, pledgeId, textId, renewedOn, ...stampOf(ctx) })],
		{
			'refusal:pledge-withdrawn': 'pledge-withdrawn',
			'refusal:pledge-text-not-yet': 'pledge-text-not-yet',
			'refusal:pledge-text-not-newer': 'pledge-text-not-newer'
		}
	);
}
