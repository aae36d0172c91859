import { findReported, reportedLedgers } from '$lib/domain/activities/added-work';
import { decideActivityRow, type ActivityRow } from '$lib/domain/ledgers/activity-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { findActivity } from '$lib/server/db/activities/activities';
import { listReportedMonths, listZeroMonths, type RecordsOf } from '$lib/server/db/figures/coverage';
import { listWaiting } from '$lib/server/db/figures/waiting-entries';
import {
	activitiesWorkedOn,
	eachActivity,
	landActivities,
	listActivitiesOn,
	removeActivities,
	type ActivityRecord
} from '$lib/server/db/ledgers/activities';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { each, villageAndGroup, type ListRows } from './export-row';
import { askedIfAlike, decideRows, refused, spanOf, type ParsedRow, type ReadRows, type RowResult } from './import-row';
import { cellsOf, type LedgerService } from './ledger-service';

/** What of the town's records bears on some rows. */
type Recorded = Awaited<ReturnType<typeof findRecorded>>;

const read: ReadRows<ActivityRecord> = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: 0 };
	const added = await ctx.registry();
	const decided = decideRows(rows, (values) => decideActivityRow(values, day, added));
	const recorded = await findRecorded(ctx, imported, decided);
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const contradiction = contradictionOf(row.unitId!, facts, recorded);
		if (contradiction) return refused([contradiction]);
		return facts.kind === 'checked-zero' ? readZero(ctx, row, facts, recorded) : readEntry(ctx, row, facts, recorded);
	});
};

async function findRecorded(
	ctx: Context,
	imported: Import,
	decided: readonly { row: ParsedRow; facts: ActivityRow | null }[]
) {
	const units = [...new Set(decided.flatMap(({ row }) => row.unitId ?? []))];
	const days = [...new Set(decided.flatMap(({ facts }) => (facts ? [facts.doneOn] : [])))];
	const span = spanOf(decided.flatMap(({ facts }) => (facts ? [monthOf(facts)] : [])));
	const ledgers = reportedLedgers(await ctx.registry());
	const [entries, zeroOf, recordsOf, waitingOf] = await Promise.all([
		listActivitiesOn(ctx.db, imported.unitId, days),
		listZeroMonths(ctx.db, units, span, ledgers),
		listReportedMonths(ctx.db, units, span, ledgers),
		listWaiting(ctx.db, units, span)
	]);
	return { entries, zeroOf, recordsOf, waitingOf };
}

/** The month (YYYY-MM) that an entry falls into, or that it says was checked. */
const monthOf = ({ zeroMonth, doneOn }: ActivityRow) => zeroMonth ?? doneOn.slice(0, 7);

/** The checked zero on record for the kind and month of a row; null when there is none. */
function zeroFor(unitId: string, facts: ActivityRow, { zeroOf }: Recorded) {
	const kind = facts.kind === 'checked-zero' ? facts.zeroKind : findReported(facts.kind);
	return kind && zeroOf(kind, unitId, monthOf(facts));
}

function contradictionOf(unitId: string, facts: ActivityRow, recorded: Recorded): CellFault | null {
	const isChecked = zeroFor(unitId, facts, recorded) !== null;
	if (facts.kind !== 'checked-zero')
		return isChecked ? { column: 'on', fault: 'month-checked-zero', with: ['kind'] } : null;
	const count = (of: RecordsOf) => (isChecked ? 0 : of(facts.zeroKind!, unitId, facts.zeroMonth!));
	const at = { column: 'zeroMonth', with: ['zeroKind'] } as const;
	if (count(recorded.recordsOf) > 0) return { ...at, fault: 'month-has-entries' };
	return count(recorded.waitingOf) > 0 ? { ...at, fault: 'month-has-waiting' } : null;
}

/** A month is checked once. */
function readZero(ctx: Context, row: ParsedRow, facts: ActivityRow, recorded: Recorded): RowResult<ActivityRecord> {
	const zero = zeroFor(row.unitId!, facts, recorded);
	return {
		faults: [],
		record: draftOf(ctx, row, facts),
		sameKey: keyOf(ctx, row.unitId!, facts),
		likeKey: null,
		dayOn: facts.doneOn,
		recordLikeness: zero ? 'same' : null,
		likeRecordId: zero?.id ?? null
	};
}

/** Two entries of one unit, kind, day and subject may well be two broadcasts of one day, so they are asked about, not left out. */
function readEntry(ctx: Context, row: ParsedRow, facts: ActivityRow, { entries }: Recorded): RowResult<ActivityRecord> {
	const like = entries.find(
		({ unitId, kind, doneOn, subject }) =>
			unitId === row.unitId && kind === facts.kind && doneOn === facts.doneOn && subject === facts.subject
	);
	const likeKey = keyOf(ctx, row.unitId!, facts);
	return askedIfAlike(draftOf(ctx, row, facts), { likeKey, dayOn: facts.doneOn, recordId: like?.id ?? null });
}

const keyOf = (ctx: Context, unitId: string, { kind, subject, zeroKind, zeroMonth }: ActivityRow) =>
	ctx.keys.blindIndex(`activity:${unitId}:${kind}:${subject}:${zeroKind ?? ''}:${zeroMonth ?? ''}`);

function draftOf(ctx: Context, { recordId, unitId }: ParsedRow, facts: ActivityRow): ActivityRecord {
	const { responsible, ...plain } = facts;
	const responsibleSealed = ctx.keys.seal(responsible, 'activities.responsible', recordId);
	return { ...plain, unitId: unitId!, responsibleSealed };
}

const show: LedgerService['show'] = async (ctx, recordId) => {
	const found = await findActivity(ctx.db, recordId);
	if (!found) return null;
	const { kind, doneOn, subject, quantity, zeroKind, zeroMonth } = found.activity;
	// A checked zero is told apart by what was looked for in which month; the day of the check is the cadre's.
	const what = kind === 'checked-zero' ? { zeroKind, zeroMonth, on: doneOn } : { on: doneOn, subject, quantity };
	return { href: `/desk/activities/${recordId}`, cells: cellsOf({ village: found.unit.name, kind, ...what }) };
};

const rows: ListRows = (ctx, asked) =>
	each(eachActivity(ctx.db, asked), ({ activity }) => ({
		...villageAndGroup(activity.unitId, asked),
		kind: activity.kind,
		on: activity.doneOn,
		subject: activity.subject,
		place: activity.place,
		audience: activity.audience,
		quantity: activity.quantity,
		result: activity.result,
		evidence: activity.evidence,
		note: activity.note,
		zeroKind: activity.zeroKind,
		zeroMonth: activity.zeroMonth,
		responsible: ctx.keys.open(activity.responsibleSealed, 'activities.responsible', activity.id)
	}));

export const activities: LedgerService = {
	read,
	show,
	land: ({ db }, slice, stamp) => landActivities(db, slice, stamp),
	workedOn: activitiesWorkedOn,
	remove: ({ db }, undo) => removeActivities(db, undo),
	rows
};
