import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	activityBeforeAndAfter,
	findActivity,
	insertActivityRemoval,
	updateActivity
} from '$lib/server/db/activities/activities';
import { insertFormer } from '../audit/former-values';
import { mayActFor } from '../people/rights';
import { type RecordActivityCommand, type RecordActivityRefusal, isCheckedZero, contradiction } from './activities';
import { recordOnce, stampOf, writeAct } from '../record-act';

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
 * Strikes an entry out of the ledger and of every figure; it stays readable, with who, when and why. It is done once:
 * who comes second is refused.
 */
export async function removeActivity(
	ctx: Context,
	{ id, activityId, reason }: RemoveActivityCommand
): Promise<Result<object, 'activity-unknown' | 'not-your-unit' | 'struck-out-already'>> {
	const found = await findActivity(ctx.db, activityId);
	if (!found) return { ok: false, refusal: 'activity-unknown' };
	const { unitId } = found.activity;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordOnce(
		ctx,
		{ isDone: found.removal !== null, unique: 'activity_removals.activity_id', refusal: 'struck-out-already' },
		{ id, verb: 'removeActivity', subject: { type: 'activity', id: activityId }, unitId, reason },
		[insertActivityRemoval(ctx.db, { activityId, reason, ...stampOf(ctx) })]
	);
}
