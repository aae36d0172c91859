import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { agreeingClaims, mostClaimed } from '$lib/domain/banquets/dissuasion';
import type { Outcome } from '$lib/domain/banquets/banquet';
import type { Result } from '$lib/domain/result';
import type { outcomeForm } from '$lib/forms/banquets/banquet';
import type { Context } from '../context';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { insertOutcome } from '$lib/server/db/banquets/banquet-outcomes';
import { turnDissuasion } from '$lib/server/db/banquets/dissuasions';
import { hasLanded } from '$lib/server/db/landed-acts';
import { mayActFor } from '../people/rights';
import { standsRemoved } from './banquets';
import { confirmBy } from './declaration-confirmations';
import { recordAct } from '../record-act';

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

/** A banquet that took place says how many tables it had. */
export const tablesCheck = { banquet_outcomes_tables: 'tables-held-missing' } as const;

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
			...confirmBy(ctx, banquetId),
			...followOutcome(ctx, banquetId, outcome)
		],
		{ ...tablesCheck, ...standsRemoved, 'banquet_outcomes.banquet_id': 'outcome-already-recorded' } as const
	);
}

/** The banquet of an outcome, for staff of its unit; refused where the outcome cannot be. */
export async function prepareOutcome(
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
	if (isNotReduced && !(await hasLanded(ctx, { id, subjectId: banquetId })))
		return { ok: false, refusal: 'tables-not-reduced' };
	return { ok: true, unitId, hasOutcome: found.outcome !== null };
}

/** The statements that keep the dissuasion of a banquet true to its outcome. */
export function followOutcome(ctx: Context, banquetId: string, outcome: Outcome) {
	if (outcome === 'cancelled') return [];
	const byId = actorId(ctx.actor);
	return turnDissuasion(ctx.db, { banquetId, agreeing: agreeingClaims(outcome), to: mostClaimed(outcome), byId });
}
