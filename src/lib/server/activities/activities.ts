import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { findReported, type WorkKind } from '$lib/domain/activities/added-work';
import type { Result } from '$lib/domain/result';
import type { activityForm } from '$lib/forms/activities/activity';
import type { Context } from '../context';
import { findActivity, insertActivity } from '$lib/server/db/activities/activities';
import { findCheckedZero } from '$lib/server/db/activities/checked-zeros';
import { mayActFor } from '../people/rights';
import { writeAct } from '../record-act';

/** `doneOn` is a date of the town; 责任人 normalised (forms/fields). */
export type RecordActivityCommand = InferOutput<ReturnType<typeof activityForm>>;
export type RecordActivityRefusal =
	'not-your-unit' | 'date-in-future' | 'month-checked-zero' | 'kind-not-kept' | 'form-stale';

/** An entry of a month that was checked as zero, or of a day on which its kind is not kept. */
export const contradiction = {
	'refusal:month-checked-zero': 'month-checked-zero',
	'refusal:kind-not-kept': 'kind-not-kept'
} as const;

/**
 * Enters work done into the ledger, by staff of the unit.
 * Refusals: it lies ahead; the month was checked as zero for this kind, so the zero has to be struck out first; the town
 * does not keep the kind on that day.
 */
export async function recordActivity(
	ctx: Context,
	command: RecordActivityCommand
): Promise<Result<{ activityId: string }, RecordActivityRefusal>> {
	const { id, responsible, ...entry } = command;
	if (!(await mayActFor(ctx, entry.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (entry.doneOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (await isCheckedZero(ctx, entry)) return { ok: false, refusal: 'month-checked-zero' };
	const at = ctx.now();
	const { unitId, kind, doneOn, quantity } = entry;
	const responsibleSealed = ctx.keys.seal(responsible, 'activities.responsible', id);
	const written = await writeAct(
		ctx,
		{ at, id, verb: 'recordActivity', subject: { type: 'activity', id }, unitId, detail: { kind, doneOn, quantity } },
		[insertActivity(ctx.db, { ...entry, id, responsibleSealed, at, byId: actorId(ctx.actor) })],
		contradiction
	);
	if (!written.ok) return written;
	return (await findActivity(ctx.db, id)) ? { ok: true, activityId: id } : { ok: false, refusal: 'form-stale' };
}

/** Whether such an entry would contradict a checked zero. */
export async function isCheckedZero(
	ctx: Context,
	{ unitId, kind, doneOn }: { unitId: string; kind: WorkKind; doneOn: string }
) {
	const ledger = findReported(kind);
	return ledger !== null && (await findCheckedZero(ctx.db, unitId, ledger, doneOn.slice(0, 7))) !== null;
}
