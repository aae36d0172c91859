import type { ReportedLedger } from '$lib/domain/activities/added-work';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { inParts } from '$lib/domain/in-parts';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertActivities } from '$lib/server/db/activities/activities';
import { readReports } from '../figures/coverage';
import { findAnswer, recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor } from '../people/rights';

export interface ReportMonthCommand {
	/** Of the act. */
	id: string;
	unitId: string;
	/** YYYY-MM, or YYYY for every month of the year that is over. */
	month: string;
	/** 责任人: who looked, normalised. */
	responsible: string;
	evidence?: string;
	/** Which ledgers were looked through; all that the town keeps when left out, and never one that it does not. */
	ledgers?: readonly ReportedLedger[];
}
export type ReportMonthRefusal =
	| 'not-your-unit'
	| 'month-not-over'
	| 'month-before-ledger'
	| 'month-already-reported'
	| 'month-has-records'
	| 'month-has-waiting'
	| 'unit-not-there';

/**
 * A unit reports a month, or all of a year: whatever ledger has no record of it, here and below, was looked through and had none. One checked zero
 * a ledger and month, all in one act. Where some of its villages have records, the zero is of each of those that have reported nothing. What has
 * records or was checked stays as it is, and so does that in which an entry waits to be counted. Refusals: the month's last day has not come;
 * the town keeps none of the ledgers then; nothing is left to report, or only what waits; a record came in at the same moment; the unit began
 * after the month, or had ended.
 */
export async function reportMonth(
	ctx: Context,
	{ id, unitId, month, responsible, evidence = '', ledgers }: ReportMonthCommand
): Promise<Result<{ zeros: number }, ReportMonthRefusal>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const answered = await findAnswer(ctx, { id, verb: 'reportMonth', subjectId: unitId });
	if (answered) return answered.ok ? { ok: true, zeros: 0 } : answered;
	const first = month.length === 4 ? `${month}-01` : month;
	if (ctx.today() < monthBoundsOf(first).toOn) return { ok: false, refusal: 'month-not-over' };
	const reports = await readReports(ctx.db, {
		...{ unitId, ledgers, today: ctx.today(), added: await ctx.registry() },
		year: Number(month.slice(0, 4)),
		month: month.length === 4 ? undefined : month
	});
	const asked = reports.owed();
	const owed = asked.filter(({ unitIds }) => unitIds.length > 0);
	if (owed.length === 0) return { ok: false, refusal: whyNothing(asked.map(({ state }) => state)) };
	const entries = owed.flatMap((one) =>
		one.unitIds.map((zeroUnitId) => {
			const entryId = ctx.newId();
			return {
				id: entryId,
				unitId: zeroUnitId,
				evidence,
				...stampOf(ctx),
				kind: 'checked-zero' as const,
				doneOn: ctx.today(),
				subject: '',
				quantity: 0,
				zeroKind: one.ledger,
				zeroMonth: one.month,
				responsibleSealed: ctx.keys.seal(responsible, 'activities.responsible', entryId)
			};
		})
	);
	const detail = { month, ledgers: [...new Set(owed.map(({ ledger }) => ledger))] };
	const written = await recordAct(
		ctx,
		{ id, verb: 'reportMonth', subject: { type: 'unit', id: unitId }, unitId, detail },
		insertsOf(ctx, entries),
		{
			'refusal:month-has-records': 'month-has-records',
			'refusal:month-has-waiting': 'month-has-waiting',
			'refusal:unit-not-there': 'unit-not-there',
			'activities.zero_month': 'month-already-reported'
		} as const
	);
	return written.ok ? { ok: true, zeros: entries.length } : written;
}

/** Why there is nothing to report, by what is known of the months asked for. */
function whyNothing(states: readonly string[]): ReportMonthRefusal {
	if (states.includes('waiting')) return 'month-has-waiting';
	// What the unit does not keep at all is left aside.
	const kept = states.filter((state) => state !== 'coming');
	if (kept.length === 0) return 'unit-not-there';
	return kept.every((state) => state === 'before') ? 'month-before-ledger' : 'month-already-reported';
}

/** A statement takes so many entries that its values stay within what SQLite binds. */
const mostAtOnce = 500;

const insertsOf = (ctx: Context, entries: Parameters<typeof insertActivities>[1]): Statements =>
	inParts(entries, mostAtOnce).map((part) => insertActivities(ctx.db, part));
