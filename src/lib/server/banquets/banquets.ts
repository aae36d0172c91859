import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { addDays } from '$lib/domain/calendar/calendar';
import { agreeingClaims, mostClaimed } from '$lib/domain/banquets/dissuasion';
import { farthestPlannedDays, type Outcome } from '$lib/domain/banquets/banquet';
import type { Result } from '$lib/domain/result';
import type { banquetForm, outcomeForm } from '$lib/forms/banquets/banquet';
import type { Context } from '../context';
import {
	banquetBeforeAndAfter,
	findBanquet,
	insertBanquet,
	insertBanquetRemoval,
	insertOutcome,
	outcomeBeforeAndAfter,
	updateBanquet,
	updateOutcome
} from '$lib/server/db/banquets/banquets';
import { turnDissuasion } from '$lib/server/db/banquets/dissuasions';
import { hasLanded } from '$lib/server/db/audit/audit';
import { findUnit } from '$lib/server/db/units/units';
import { insertFormer } from '../audit/former-values';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor } from '../people/rights';

/** Name and phone normalised (forms/fields); dates of the town; price in yuan. */
export type DeclareBanquetCommand = InferOutput<typeof banquetForm>;
export type BanquetDateRefusal = 'date-in-future' | 'planned-too-far';
export type DeclareBanquetRefusal =
	'not-your-unit' | 'unit-not-a-village' | 'banquet-already-recorded' | 'form-stale' | BanquetDateRefusal;

/** One household, occasion and day is one banquet, no matter who declares it. */
export const once = {
	'banquets.host_phone_index': 'banquet-already-recorded',
	'banquets.host_name_index': 'banquet-already-recorded'
} as const;

/** What was struck out stays as it was; and a month that was checked as zero has none until that zero is struck out. */
export const standsRemoved = {
	'refusal:banquet-removed': 'banquet-removed',
	'refusal:month-checked-zero': 'month-checked-zero'
} as const;

/**
 * Records a banquet, 报备 by the household (origin `declared`) or found by a cadre (`found`), by staff of its unit.
 * Village rules play no part: they advise on the page. Out: the code that opens the household's own record.
 * Refusals: a date cannot be; this household has this occasion on this day recorded already.
 */
export async function declareBanquet(
	ctx: Context,
	command: DeclareBanquetCommand
): Promise<Result<{ banquetId: string; code: string }, DeclareBanquetRefusal>> {
	const refusal = (await refuseUnit(ctx, command.unitId)) ?? refuseDates(ctx, command);
	if (refusal) return { ok: false, refusal };
	return recordBanquet(ctx, 'declareBanquet', command);
}

/**
 * Writes a new banquet as the act `verb`; `besides` is written in the same batch. The caller checks rights and dates.
 * Out: the code that opens the record with the host's phone; the same for the same id and phone.
 */
export async function recordBanquet(
	ctx: Context,
	verb: string,
	command: DeclareBanquetCommand,
	besides: Statements = []
): Promise<Result<{ banquetId: string; code: string }, 'banquet-already-recorded' | 'form-stale'>> {
	const { id, hostName, hostPhone, ...banquet } = command;
	const host = sealHost(ctx, id, { hostName, hostPhone, unitId: banquet.unitId });
	const kept = await recordAct(
		ctx,
		{ id, verb, subject: { type: 'banquet', id }, unitId: banquet.unitId, detail: countable(command) },
		[
			insertBanquet(ctx.db, {
				...banquet,
				id,
				...host,
				code: ctx.newCode(),
				...stampOf(ctx)
			}),
			...besides
		],
		once
	);
	if (!kept.ok) return kept;
	const found = await findBanquet(ctx.db, id);
	const isSame =
		found?.banquet.hostPhoneIndex === host.hostPhoneIndex && found.banquet.hostNameIndex === host.hostNameIndex;
	if (!found || !isSame) return { ok: false, refusal: 'form-stale' };
	return { ok: true, banquetId: id, code: found.banquet.code };
}

export type CorrectBanquetCommand = DeclareBanquetCommand & { banquetId: string; reason: string };

/**
 * Corrects a record, by staff of its unit (and of the unit it goes to), and says why. The old values stay in the audit
 * entry; of name, phone, venue and caterer the entry says that they were changed, and the old ones stay sealed beside
 * it. The household's code stays.
 */
export async function correctBanquet(
	ctx: Context,
	command: CorrectBanquetCommand
): Promise<Result<object, DeclareBanquetRefusal | 'banquet-unknown' | 'banquet-removed' | 'month-checked-zero'>> {
	const { id, banquetId, hostName, hostPhone, reason, ...banquet } = command;
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	if (!(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const refusal = (await refuseUnit(ctx, banquet.unitId)) ?? refuseDates(ctx, banquet);
	if (refusal) return { ok: false, refusal };
	if (found.banquet.isRemoved) return { ok: false, refusal: 'banquet-removed' };
	const before = openHost(ctx, found.banquet);
	const changed = [
		before.hostName !== hostName && 'hostName',
		before.hostPhone !== hostPhone && 'hostPhone',
		found.banquet.venue !== banquet.venue && 'venue',
		found.banquet.caterer !== banquet.caterer && 'caterer',
		found.banquet.isHygieneCertificateSeen !== banquet.isHygieneCertificateSeen && 'isHygieneCertificateSeen'
	].filter((name) => name !== false);
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctBanquet',
			subject: { type: 'banquet', id: banquetId },
			unitId: banquet.unitId,
			detail: banquetBeforeAndAfter(banquetId, countable(command), changed),
			reason
		},
		[
			...insertFormer(ctx, {
				actId: id,
				subjectId: banquetId,
				before: { ...before, venue: found.banquet.venue, caterer: found.banquet.caterer },
				after: { hostName, hostPhone, venue: banquet.venue, caterer: banquet.caterer }
			}),
			updateBanquet(ctx.db, banquetId, {
				...banquet,
				...sealHost(ctx, banquetId, { hostName, hostPhone, unitId: banquet.unitId })
			})
		],
		{ ...once, ...standsRemoved }
	);
}

/** Tables in all meals together; a cancelled banquet has none. */
export type RecordOutcomeCommand = Omit<InferOutput<typeof outcomeForm>, 'reason'> & { banquetId: string };
export type OutcomeRefusal =
	| 'banquet-unknown'
	| 'not-your-unit'
	| 'date-in-future'
	| 'tables-held-missing'
	| 'tables-not-reduced'
	| 'banquet-removed'
	| 'month-checked-zero';

const tablesCheck = { banquet_outcomes_tables: 'tables-held-missing' } as const;

/**
 * Records how a banquet ended: held, reduced, a family meal, or cancelled; by staff of its unit. A dissuasion that
 * claims more is lowered in the same write, and waits for a second person again.
 */
export async function recordOutcome(
	ctx: Context,
	command: RecordOutcomeCommand
): Promise<Result<object, OutcomeRefusal | 'outcome-already-recorded'>> {
	const { id, banquetId, outcome, endedOn, tablesHeld } = command;
	const ready = await prepareOutcome(ctx, command);
	if (!ready.ok) return ready;
	const at = ctx.now();
	const byId = actorId(ctx.actor);
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'recordOutcome',
			subject: { type: 'banquet', id: banquetId },
			unitId: ready.unitId,
			detail: { outcome, endedOn, tablesHeld }
		},
		[
			insertOutcome(ctx.db, { banquetId, outcome, endedOn, tablesHeld, at, byId }),
			...followOutcome(ctx, banquetId, outcome)
		],
		{ ...tablesCheck, ...standsRemoved, 'banquet_outcomes.banquet_id': 'outcome-already-recorded' } as const
	);
}

/**
 * Corrects an outcome and says why; the old one stays in the audit entry. Who recorded it first stays in the record.
 */
export async function correctOutcome(
	ctx: Context,
	command: RecordOutcomeCommand & { reason: string }
): Promise<Result<object, OutcomeRefusal | 'outcome-not-recorded' | 'correction-reason-missing'>> {
	const { id, banquetId, outcome, endedOn, tablesHeld, reason } = command;
	if (!reason) return { ok: false, refusal: 'correction-reason-missing' };
	const ready = await prepareOutcome(ctx, command);
	if (!ready.ok) return ready;
	if (!ready.hasOutcome) return { ok: false, refusal: 'outcome-not-recorded' };
	const after = { outcome, endedOn, tablesHeld };
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctOutcome',
			subject: { type: 'banquet', id: banquetId },
			unitId: ready.unitId,
			detail: outcomeBeforeAndAfter(banquetId, after),
			reason
		},
		[updateOutcome(ctx.db, banquetId, after), ...followOutcome(ctx, banquetId, outcome)],
		{ ...tablesCheck, ...standsRemoved }
	);
}

/**
 * Strikes a banquet out of the ledger and of every figure, and its dissuasion with it: entered twice, or by mistake.
 * It stays readable, with who, when and why. A second time changes nothing.
 */
export async function removeBanquet(
	ctx: Context,
	{ id, banquetId, reason }: { id: string; banquetId: string; reason: string }
): Promise<Result<object, 'banquet-unknown' | 'not-your-unit'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const { unitId } = found.banquet;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (found.banquet.isRemoved) return { ok: true };
	return recordAct(
		ctx,
		{ id, verb: 'removeBanquet', subject: { type: 'banquet', id: banquetId }, unitId, reason },
		[insertBanquetRemoval(ctx.db, { banquetId, reason, ...stampOf(ctx) })],
		{ 'banquet_removals.banquet_id': done }
	);
}

async function prepareOutcome(
	ctx: Context,
	{ id, banquetId, outcome, endedOn, tablesHeld }: RecordOutcomeCommand
): Promise<Result<{ unitId: string; hasOutcome: boolean }, OutcomeRefusal>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const { unitId, tablesPlanned } = found.banquet;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (found.banquet.isRemoved) return { ok: false, refusal: 'banquet-removed' };
	if (endedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	const isNotReduced = outcome === 'reduced' && tablesHeld >= tablesPlanned;
	if (isNotReduced && !(await hasLanded(ctx.db, { id, subjectId: banquetId })))
		return { ok: false, refusal: 'tables-not-reduced' };
	return { ok: true, unitId, hasOutcome: found.outcome !== null };
}

function followOutcome(ctx: Context, banquetId: string, outcome: Outcome) {
	if (outcome === 'cancelled') return [];
	const byId = actorId(ctx.actor);
	return turnDissuasion(ctx.db, { banquetId, agreeing: agreeingClaims(outcome), to: mostClaimed(outcome), byId });
}

async function refuseUnit(ctx: Context, unitId: string): Promise<'not-your-unit' | 'unit-not-a-village' | null> {
	const [may, unit] = await Promise.all([mayActFor(ctx, unitId), findUnit(ctx.db, unitId)]);
	if (!may) return 'not-your-unit';
	return unit && ['village', 'community', 'group'].includes(unit.kind) ? null : 'unit-not-a-village';
}

function refuseDates(
	ctx: Context,
	{ declaredOn, plannedOn }: { declaredOn: string; plannedOn: string }
): BanquetDateRefusal | null {
	if (declaredOn > ctx.today()) return 'date-in-future';
	return plannedOn > addDays(ctx.today(), farthestPlannedDays) ? 'planned-too-far' : null;
}

/** The values of a record that are counted and not personal: what an audit entry may keep. */
function countable(command: DeclareBanquetCommand) {
	const { origin, occasion, unitId, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable } = command;
	return { origin, occasion, unitId, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable };
}

/** A household without a telephone is known by its name in its village or group. */
export function sealHost(
	{ keys }: Context,
	id: string,
	{ hostName, hostPhone, unitId }: { hostName: string; hostPhone: string | null; unitId: string }
) {
	return {
		hostNameSealed: keys.seal(hostName, 'banquets.host-name', id),
		hostPhoneSealed: hostPhone && keys.seal(hostPhone, 'banquets.host-phone', id),
		hostPhoneIndex: hostPhone && keys.blindIndex(hostPhone),
		hostNameIndex: hostPhone ? null : keys.blindIndex(`host:${unitId}:${hostName}`)
	};
}

/** The host's name and phone (null: none is known) in clear. Only for pages whose task needs them; elsewhere mask what comes out. */
export function openHost(
	{ keys }: Context,
	{ id, hostNameSealed, hostPhoneSealed }: { id: string; hostNameSealed: string; hostPhoneSealed: string | null }
): { hostName: string; hostPhone: string | null } {
	return {
		hostName: keys.open(hostNameSealed, 'banquets.host-name', id),
		hostPhone: hostPhoneSealed && keys.open(hostPhoneSealed, 'banquets.host-phone', id)
	};
}
