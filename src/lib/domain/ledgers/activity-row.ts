import { activityMeasures, type ActivityKind, type CheckableKind } from '../activities/activity';
import { monthBoundsOf } from '../calendar/calendar';
import type { RowValues } from './ledger-row';
import { collect, type Day, type Decided, type RowStrings } from './row-rules';

export interface ActivityRow {
	kind: ActivityKind;
	doneOn: string;
	subject: string;
	place: string;
	audience: string;
	quantity: number;
	result: string;
	responsible: string;
	evidence: string;
	note: string;
	zeroKind: CheckableKind | null;
	zeroMonth: string | null;
}

/** What a row of the work ledger says. One of it unless it says more, but of slogans and boards, whose number is what counts, it has to. */
export function decideActivityRow(values: RowValues, { today }: Day): Decided<ActivityRow> {
	const { refuse, decide } = collect();
	const own = values as RowStrings;
	const kind = own.kind as ActivityKind | undefined;
	const isZero = kind === 'checked-zero';
	for (const column of isZero ? (['responsible'] as const) : (['kind', 'on', 'subject', 'responsible'] as const))
		if (!own[column]) refuse(column, 'missing');
	const doneOn = own.on ?? today;
	if (doneOn > today) refuse('on', 'date-in-future');
	const quantity = values.quantity as number | undefined;
	const mustCount = kind !== undefined && activityMeasures[kind].counts === 'quantity';
	if (!isZero && mustCount && quantity === undefined) refuse('quantity', 'missing');
	if (!isZero && quantity === 0) refuse('quantity', 'number-out-of-range');
	if (isZero && !own.zeroMonth) refuse('zeroMonth', 'zero-incomplete');
	if (isZero && own.zeroMonth && today < monthBoundsOf(own.zeroMonth).toOn) refuse('zeroMonth', 'month-not-over');
	return decide({
		kind: kind!,
		doneOn,
		subject: isZero ? '' : own.subject!,
		place: own.place ?? '',
		audience: own.audience ?? '',
		quantity: isZero ? 0 : (quantity ?? 1),
		result: own.result ?? '',
		responsible: own.responsible!,
		evidence: own.evidence ?? '',
		note: own.note ?? '',
		zeroKind: isZero ? ((own.zeroKind as CheckableKind | undefined) ?? 'complaint') : null,
		zeroMonth: isZero ? own.zeroMonth! : null
	});
}
