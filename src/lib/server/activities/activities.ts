import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { findCheckable, type ActivityKind } from '$lib/domain/activities/activity';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { activityForm, checkedZeroForm } from '$lib/forms/activities/activity';
import type { Context } from '../context';
import {
	activityBeforeAndAfter,
	findActivity,
	findCheckedZero,
	insertActivity,
	insertActivityRemoval,
	updateActivity
} from '$lib/server/db/activities/activities';
import { listReportedMonths } from '$lib/server/db/figures/coverage';
import { insertFormer } from '../audit/former-values';
import { mayActFor } from '../people/rights';
import { done } from '$lib/server/db/write';
import { recordAct, writeAct } from '../record-act';

/** `doneOn` is a date of the town; 责任人 normalised (forms/fields). */
export type RecordActivityCommand = InferOutput<typeof activityForm>;
export type RecordActivityRefusal = 'not-your-unit' | 'date-in-future' | 'month-checked-zero' | 'form-stale';

const contradiction = { 'refusal:month-checked-zero': 'month-checked-zero' } as const;

/**
 * Enters work done into the ledger, by staff of the unit.
 * Refusals: it lies ahead; the month was checked as zero for this kind, so the zero has to be struck out first.
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

export type CorrectActivityCommand = RecordActivityCommand & { activityId: string; reason: string };
export type CorrectActivityRefusal =
	Exclude<RecordActivityRefusal, 'form-stale'> | 'activity-unknown' | 'activity-removed' | 'checked-zero-not-corrected';

/**
 * Corrects an entry, by staff of its unit and of the unit it goes to, and says why. The old values stay in the audit
 * entry, the old 责任人 sealed beside it.
 */
export async function correctActivity(
	ctx: Context,
	command: CorrectActivityCommand
): Promise<Result<object, CorrectActivityRefusal>> {
	const { id, activityId, responsible, reason, ...entry } = command;
	const found = await findActivity(ctx.db, activityId);
	if (!found) return { ok: false, refusal: 'activity-unknown' };
	const mayBoth = (await mayActFor(ctx, found.activity.unitId)) && (await mayActFor(ctx, entry.unitId));
	if (!mayBoth) return { ok: false, refusal: 'not-your-unit' };
	if (found.removal) return { ok: false, refusal: 'activity-removed' };
	if (found.activity.kind === 'checked-zero') return { ok: false, refusal: 'checked-zero-not-corrected' };
	if (entry.doneOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (await isCheckedZero(ctx, entry)) return { ok: false, refusal: 'month-checked-zero' };
	const field = 'activities.responsible';
	const former = ctx.keys.open(found.activity.responsibleSealed, field, activityId);
	const responsibleSealed = ctx.keys.seal(responsible, field, activityId);
	return writeAct(
		ctx,
		{
			id,
			verb: 'correctActivity',
			subject: { type: 'activity', id: activityId },
			unitId: entry.unitId,
			detail: activityBeforeAndAfter(activityId, entry, former === responsible ? [] : ['responsible']),
			reason
		},
		[
			...insertFormer(ctx, {
				actId: id,
				subjectId: activityId,
				before: { responsible: former },
				after: { responsible }
			}),
			updateActivity(ctx.db, activityId, { ...entry, responsibleSealed })
		],
		{ ...contradiction, 'refusal:activity-removed': 'activity-removed' } as const
	);
}

export interface RemoveActivityCommand {
	/** The act's own id. */
	id: string;
	activityId: string;
	reason: string;
}

/**
 * Strikes an entry out of the ledger and of every figure; it stays readable, with who, when and why. A second time
 * changes nothing.
 */
export async function removeActivity(
	ctx: Context,
	{ id, activityId, reason }: RemoveActivityCommand
): Promise<Result<object, 'activity-unknown' | 'not-your-unit'>> {
	const found = await findActivity(ctx.db, activityId);
	if (!found) return { ok: false, refusal: 'activity-unknown' };
	const { unitId } = found.activity;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (found.removal) return { ok: true };
	const at = ctx.now();
	return recordAct(
		ctx,
		{ at, id, verb: 'removeActivity', subject: { type: 'activity', id: activityId }, unitId, reason },
		[insertActivityRemoval(ctx.db, { activityId, reason, at, byId: actorId(ctx.actor) })],
		{ 'activity_removals.activity_id': done }
	);
}

/** `month` is YYYY-MM; 责任人 is who looked, normalised. */
export type RecordCheckedZeroCommand = Omit<InferOutput<typeof checkedZeroForm>, 'evidence' | 'note'> & {
	evidence?: string;
	note?: string;
};
export type RecordCheckedZeroRefusal =
	'not-your-unit' | 'month-not-over' | 'month-has-records' | 'month-already-checked' | 'form-stale';

/**
 * Records that a cadre looked for entries of a kind in a month, at a unit and everything below it, and found none:
 * that differs from "no data". Dated today. Refusals: the month's last day has not come; there is an entry; it was
 * checked already (for this unit or one above).
 */
export async function recordCheckedZero(
	ctx: Context,
	{ id, unitId, kind, month, responsible, evidence = '', note = '' }: RecordCheckedZeroCommand
): Promise<Result<{ activityId: string }, RecordCheckedZeroRefusal>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (ctx.today() < monthBoundsOf(month).toOn) return { ok: false, refusal: 'month-not-over' };
	const reported = await listReportedMonths(ctx.db, [unitId], monthBoundsOf(month));
	if (reported(kind, unitId, month) > 0) return { ok: false, refusal: 'month-has-records' };
	const zero = await findCheckedZero(ctx.db, unitId, kind, month);
	if (zero && zero.id !== id) return { ok: false, refusal: 'month-already-checked' };
	const at = ctx.now();
	const entry = {
		id,
		unitId,
		evidence,
		note,
		at,
		byId: actorId(ctx.actor),
		kind: 'checked-zero' as const,
		doneOn: ctx.today(),
		subject: '',
		quantity: 0,
		zeroKind: kind,
		zeroMonth: month,
		responsibleSealed: ctx.keys.seal(responsible, 'activities.responsible', id)
	};
	const written = await writeAct(
		ctx,
		{ at, id, verb: 'recordCheckedZero', subject: { type: 'activity', id }, unitId, detail: { kind, month } },
		[insertActivity(ctx.db, entry)],
		{
			'refusal:month-has-records': 'month-has-records',
			'activities.zero_month': 'month-already-checked'
		} as const
	);
	if (!written.ok) return written;
	return (await findActivity(ctx.db, id)) ? { ok: true, activityId: id } : { ok: false, refusal: 'form-stale' };
}

/** Whether such an entry would contradict a checked zero. */
async function isCheckedZero(
	ctx: Context,
	{ unitId, kind, doneOn }: { unitId: string; kind: ActivityKind; doneOn: string }
) {
	const ledger = findCheckable(kind);
	return ledger !== null && (await findCheckedZero(ctx.db, unitId, ledger, doneOn.slice(0, 7))) !== null;
}
