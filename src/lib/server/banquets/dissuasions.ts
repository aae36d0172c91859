import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { isBanquetHeld } from '$lib/domain/banquets/banquet';
import { type DissuasionOutcome, agreeingClaims, outcomeOfDissuasion } from '$lib/domain/banquets/dissuasion';
import type { Result } from '$lib/domain/result';
import type { dissuasionForm } from '$lib/forms/banquets/dissuasion';
import type { Context } from '../context';
import { insertVisitIfNone } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { insertOutcomeIfNone } from '$lib/server/db/banquets/banquet-outcomes';
import { insertDissuasion } from '$lib/server/db/banquets/dissuasions';
import { hasLanded } from '$lib/server/db/landed-acts';
import { mayActFor } from '../people/rights';
import { standsRemoved } from './banquets';
import { confirmBy } from './declaration-confirmations';
import { sealNote } from './visits';
import { recordAct } from '../record-act';

export type RecordDissuasionCommand = InferOutput<typeof dissuasionForm> & { banquetId: string };
export type DissuasionRefusal =
	| 'banquet-unknown'
	| 'not-your-unit'
	| 'date-in-future'
	| 'went-after-banquet'
	| 'dissuasion-contradicts-outcome'
	| 'banquet-removed'
	| 'month-checked-zero';

type Banquet = NonNullable<Awaited<ReturnType<typeof findBanquet>>>;

/**
 * Records the 劝停 of an intended banquet, once whatever the number of visits, by a member of staff of its unit, who went on that day.
 * How many visits there were is counted from their rows, this one among them.
 * Called off or made a family meal: the banquet's outcome is recorded in the same write when it has none.
 * It enters the published figures only when a second person confirms it.
 */
export async function recordDissuasion(
	ctx: Context,
	command: RecordDissuasionCommand
): Promise<Result<object, DissuasionRefusal | 'banquet-already-held' | 'already-dissuaded'>> {
	const { id, banquetId, wentOn, outcome, note } = command;
	const byId = actorId(ctx.actor);
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	if (byId === null || !(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const hasTakenPlace = found.outcome !== null && isBanquetHeld(found.outcome.outcome);
	const refusal = hasTakenPlace ? 'banquet-already-held' : refuseVisit(ctx, found, command);
	if (refusal && !(await hasLanded(ctx, { id, subjectId: found.banquet.id }))) return { ok: false, refusal };
	const at = ctx.now();
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'recordDissuasion',
			subject: { type: 'banquet', id: banquetId },
			unitId: found.banquet.unitId,
			detail: { dissuasionId: id, wentOn, outcome }
		},
		[
			insertVisitIfNone(ctx.db, { id, banquetId, wentOn, noteSealed: sealNote(ctx, id, ''), at, byId }),
			...confirmBy(ctx, banquetId),
			insertDissuasion(ctx.db, { id, banquetId, outcome, note, at, byId }),
			...endBanquet(ctx, { banquetId, wentOn, outcome }, at)
		],
		{
			'refusal:banquet-already-held': 'banquet-already-held',
			'refusal:went-after-banquet': 'went-after-banquet',
			'refusal:dissuasion-contradicts-outcome': 'dissuasion-contradicts-outcome',
			'dissuasions.banquet_id': 'already-dissuaded',
			...standsRemoved
		} as const
	);
}

/** Why this visit cannot have happened; null when it can. */
export function refuseVisit(
	ctx: Context,
	{ banquet, outcome }: Banquet,
	visit: { wentOn: string; outcome: DissuasionOutcome }
): 'date-in-future' | 'went-after-banquet' | 'dissuasion-contradicts-outcome' | 'banquet-removed' | null {
	if (banquet.isRemoved) return 'banquet-removed';
	if (visit.wentOn > ctx.today()) return 'date-in-future';
	if (visit.wentOn > banquet.plannedOn) return 'went-after-banquet';
	return outcome && !agreeingClaims(outcome.outcome).includes(visit.outcome) ? 'dissuasion-contradicts-outcome' : null;
}

/** The statements that end a banquet as its dissuasion says. */
export function endBanquet(
	ctx: Context,
	visit: { banquetId: string; wentOn: string; outcome: DissuasionOutcome },
	at: number
) {
	const outcome = outcomeOfDissuasion(visit.outcome);
	if (outcome === null) return [];
	const { banquetId, wentOn: endedOn } = visit;
	return [insertOutcomeIfNone(ctx.db, { banquetId, outcome, endedOn, tablesHeld: 0, at, byId: actorId(ctx.actor) })];
}
