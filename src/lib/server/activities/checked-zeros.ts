import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { isBeforeStart } from '$lib/domain/figures/ledger';
import type { Result } from '$lib/domain/result';
import type { checkedZeroForm } from '$lib/forms/activities/activity';
import type { Context } from '../context';
import { findActivity, insertActivity } from '$lib/server/db/activities/activities';
import { findCheckedZero } from '$lib/server/db/activities/checked-zeros';
import { listReportedMonths } from '$lib/server/db/figures/coverage';
import { readReportedStarts } from '$lib/server/db/figures/ledger-starts';
import { listWaiting } from '$lib/server/db/figures/waiting-entries';
import { mayActFor } from '../people/rights';
import { writeAct } from '../record-act';

/** `month` is YYYY-MM; 责任人 is who looked, normalised. */
export type RecordCheckedZeroCommand = Omit<InferOutput<ReturnType<typeof checkedZeroForm>>, 'evidence' | 'note'> & {
	evidence?: string;
	note?: string;
};
export type RecordCheckedZeroRefusal =
	| 'not-your-unit'
	| 'month-not-over'
	| 'month-before-ledger'
	| 'month-has-records'
	| 'month-has-waiting'
	| 'month-already-checked'
	| 'kind-not-kept'
	| 'unit-not-there'
	| 'form-stale';

/**
 * Records that a cadre looked for entries of a kind in a month, at a unit and everything below it, and found none:
 * that differs from "no data". Dated today. Refusals: the month's last day has not come; the town keeps the ledger
 * from later on; there is an entry, or one that waits to be counted; it was
 * checked already (for this unit or one above); the town does not keep the kind in that month; the unit began later, or had ended.
 */
export async function recordCheckedZero(
	ctx: Context,
	{ id, unitId, kind, month, responsible, evidence = '', note = '' }: RecordCheckedZeroCommand
): Promise<Result<{ activityId: string }, RecordCheckedZeroRefusal>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (ctx.today() < monthBoundsOf(month).toOn) return { ok: false, refusal: 'month-not-over' };
	// Of a kind that the town added a rule says when it is kept.
	const ledgers = { starts: await readReportedStarts(ctx.db), kinds: [] };
	if (isBeforeStart(kind, month, ledgers)) return { ok: false, refusal: 'month-before-ledger' };
	const reported = await listReportedMonths(ctx.db, [unitId], monthBoundsOf(month), [kind]);
	if (reported(kind, unitId, month) > 0) return { ok: false, refusal: 'month-has-records' };
	const waiting = await listWaiting(ctx.db, [unitId], monthBoundsOf(month));
	if (waiting(kind, unitId, month) > 0) return { ok: false, refusal: 'month-has-waiting' };
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
			'refusal:month-has-waiting': 'month-has-waiting',
			'refusal:kind-not-kept': 'kind-not-kept',
			'refusal:unit-not-there': 'unit-not-there',
			'activities.zero_month': 'month-already-checked'
		} as const
	);
	if (!written.ok) return written;
	return (await findActivity(ctx.db, id)) ? { ok: true, activityId: id } : { ok: false, refusal: 'form-stale' };
}
