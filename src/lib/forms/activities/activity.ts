import * as v from 'valibot';
import type { ReportedLedger, WorkKind } from '$lib/domain/activities/added-work';
import { date, id, integer, optionalText, personName, reason, textWithoutNumbers, unitId } from '../fields';

/** What a cadre enters as an entry; a checked zero has a form of its own. */
export type RecordedKind = Exclude<WorkKind, 'checked-zero'>;

/** One entry of the ledger, new or corrected, of one of these kinds. */
export const activityForm = (kinds: readonly RecordedKind[]) =>
	v.object({
		id,
		unitId,
		kind: v.picklist(kinds, 'activity-kind-missing'),
		doneOn: date,
		/** 事项 */
		subject: textWithoutNumbers('activity-subject-missing', 200),
		place: optionalText(60),
		/** 对象 */
		audience: optionalText(60),
		quantity: integer(1, 100_000),
		/** 结果 */
		result: optionalText(200),
		/** 责任人 */
		responsible: personName,
		/** 佐证 */
		evidence: optionalText(200),
		note: optionalText(300)
	});

/** The same, put right. */
export const activityCorrectionForm = (kinds: readonly RecordedKind[]) =>
	v.object({ ...activityForm(kinds).entries, reason });

export const removalForm = v.object({ id, reason: textWithoutNumbers('removal-reason-missing', 300) });

const month = v.pipe(
	v.string('month-missing'),
	v.nonEmpty('month-missing'),
	v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month-wrong')
);

/** A unit reports a month, or all of a year (YYYY), of every ledger or one of these: what has no record had none. */
export const monthReportForm = (ledgers: readonly ReportedLedger[]) =>
	v.object({
		id,
		unitId,
		month: v.union([month, v.pipe(v.string(), v.regex(/^\d{4}$/))], 'month-wrong'),
		ledger: v.picklist(['all', ...ledgers] as const, 'activity-kind-missing'),
		responsible: personName,
		evidence: optionalText(200)
	});

/** A month was looked through and had none, of one of these ledgers. */
export const checkedZeroForm = (ledgers: readonly ReportedLedger[]) =>
	v.object({
		id,
		unitId,
		kind: v.picklist(ledgers, 'activity-kind-missing'),
		/** YYYY-MM */
		month,
		responsible: personName,
		/** Which channels were looked through. */
		evidence: optionalText(200),
		note: optionalText(300)
	});
