import type { InferOutput } from 'valibot';
import { reportedLedgers, type ReportedLedger } from '$lib/domain/activities/added-work';
import { isReportedIn } from '$lib/domain/figures/ledger';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { monthReportForm } from '$lib/forms/activities/activity';
import type { Context } from '../context';
import { insertActivities } from '$lib/server/db/activities/activities';
import { hasLanded } from '$lib/server/db/landed-acts';
import { readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listReportedMonths, listZeroMonths } from '$lib/server/db/figures/coverage';
import { listWaiting } from '$lib/server/db/figures/waiting-entries';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

/** `month` is YYYY-MM; 责任人 is who looked, normalised. */
export type ReportMonthCommand = Omit<InferOutput<typeof monthReportForm>, 'evidence'> & {
	evidence?: string;
	/** Which ledgers were looked through; all that the town keeps when left out, and never one that it does not. */
	ledgers?: readonly ReportedLedger[];
};
export type ReportMonthRefusal =
	| 'not-your-unit'
	| 'month-not-over'
	| 'month-already-reported'
	| 'month-has-records'
	| 'month-has-waiting'
	| 'unit-not-there';

/**
 * A unit reports a month: whatever ledger has no record of it, here and below, was looked through and had none. One checked zero a
 * ledger, all in one act; those that have records or were checked stay as they are, and those in which an entry waits to be counted.
 * Refusals: the month's last day has not come; nothing is left to report, or only what waits; a record came in at the same moment;
 * the unit began after the month, or had ended.
 */
export async function reportMonth(
	ctx: Context,
	{ id, unitId, month, responsible, evidence = '', ledgers }: ReportMonthCommand
): Promise<Result<{ zeros: number }, ReportMonthRefusal>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (await hasLanded(ctx.db, { id, verb: 'reportMonth', subjectId: unitId })) return { ok: true, zeros: 0 };
	if (ctx.today() < monthBoundsOf(month).toOn) return { ok: false, refusal: 'month-not-over' };
	const { open, isWaiting } = await listOwed(ctx, { unitId, month, ledgers });
	if (open.length === 0) return { ok: false, refusal: isWaiting ? 'month-has-waiting' : 'month-already-reported' };
	const entries = open.map((ledger) => {
		const entryId = ctx.newId();
		return {
			id: entryId,
			unitId,
			evidence,
			...stampOf(ctx),
			kind: 'checked-zero' as const,
			doneOn: ctx.today(),
			subject: '',
			quantity: 0,
			zeroKind: ledger,
			zeroMonth: month,
			responsibleSealed: ctx.keys.seal(responsible, 'activities.responsible', entryId)
		};
	});
	const written = await recordAct(
		ctx,
		{ id, verb: 'reportMonth', subject: { type: 'unit', id: unitId }, unitId, detail: { month, ledgers: open } },
		[insertActivities(ctx.db, entries)],
		{
			'refusal:month-has-records': 'month-has-records',
			'refusal:month-has-waiting': 'month-has-waiting',
			'refusal:unit-not-there': 'unit-not-there',
			'activities.zero_month': 'month-already-reported'
		} as const
	);
	return written.ok ? { ok: true, zeros: open.length } : written;
}

/**
 * The ledgers of which a unit has neither a record, nor one that waits, nor a checked zero in a month; of these, or of all that the town
 * keeps. `isWaiting`: only of entries that wait it cannot be said yet.
 */
async function listOwed(
	ctx: Context,
	{ unitId, month, ledgers }: Pick<ReportMonthCommand, 'unitId' | 'month' | 'ledgers'>
): Promise<{ open: ReportedLedger[]; isWaiting: boolean }> {
	const [added, { cases: casesFromOn }] = await Promise.all([ctx.registry(), readLedgerStarts(ctx.db)]);
	const town = { casesFromOn, kinds: added.kinds };
	const kept = (ledgers ?? reportedLedgers(added)).filter((ledger) => isReportedIn(ledger, month, town));
	const [recordsOf, zeroOf, waitingOf] = await Promise.all([
		listReportedMonths(ctx.db, [unitId], monthBoundsOf(month), kept),
		listZeroMonths(ctx.db, [unitId], monthBoundsOf(month), kept),
		listWaiting(ctx.db, [unitId], monthBoundsOf(month))
	]);
	const owed = kept.filter((ledger) => recordsOf(ledger, unitId, month) === 0 && !zeroOf(ledger, unitId, month));
	const open = owed.filter((ledger) => waitingOf(ledger, unitId, month) === 0);
	return { open, isWaiting: owed.length > open.length };
}
