import {
	findAddedKind,
	isKeptIn,
	isKeptOn,
	measureOf,
	type AddedWork,
	type ReportedLedger,
	type WorkKind
} from '../activities/added-work';
import { monthBoundsOf } from '../calendar/calendar';
import { holdsPersonalNumber } from '../people/personal-number';
import { activities } from './activities';
import type { RowValues } from './ledger-row';
import { collect, type Day, type Decided, type RowStrings } from './row-rules';

export interface ActivityRow {
	kind: WorkKind;
	doneOn: string;
	subject: string;
	place: string;
	audience: string;
	quantity: number;
	result: string;
	responsible: string;
	evidence: string;
	note: string;
	zeroKind: ReportedLedger | null;
	zeroMonth: string | null;
}

/**
 * What a row of the work ledger says. One of it unless it says more, but of slogans and boards, whose number is what counts, it has to. A kind
 * that the town `added` is of a day on which it is kept. A zero says of what and of which month; a zero with a quantity, and a month that is zero beside another kind, are asked about.
 */
export function decideActivityRow(values: RowValues, { today }: Day, added: AddedWork): Decided<ActivityRow> {
	const { refuse, need, decide } = collect();
	const own = values as RowStrings;
	const kind = own.kind as WorkKind | undefined;
	const isZero = kind === 'checked-zero';
	need(isZero ? ['responsible'] : activities.required, values);
	const doneOn = own.on ?? today;
	if (doneOn > today) refuse('on', 'date-in-future');
	const addedKind = kind && findAddedKind(added, kind);
	if (addedKind && !isKeptOn(addedKind, doneOn)) refuse('on', 'kind-not-kept', 'kind');
	const quantity = values.quantity as number | undefined;
	const zeroOf = isZero && own.zeroKind ? findAddedKind(added, own.zeroKind) : null;
	if (zeroOf && own.zeroMonth && !isKeptIn(zeroOf, monthBoundsOf(own.zeroMonth)))
		refuse('zeroMonth', 'kind-not-kept', 'zeroKind');
	const mustCount = kind !== undefined && measureOf(kind, added).counts === 'quantity';
	if (!isZero && mustCount && quantity === undefined) refuse('quantity', 'missing', 'kind');
	if (!isZero && quantity === 0) refuse('quantity', 'says-none', 'kind');
	if (isZero && quantity) refuse('quantity', 'contradicts-zero', 'kind');
	if (kind && !isZero)
		for (const column of ['zeroKind', 'zeroMonth'] as const)
			if (own[column]) refuse(column, 'contradicts-kind', 'kind');
	if (isZero && !own.zeroKind) refuse('zeroKind', 'zero-of-what', 'kind');
	if (isZero && !own.zeroMonth) refuse('zeroMonth', 'zero-incomplete', 'kind');
	if (isZero && own.zeroMonth && today < monthBoundsOf(own.zeroMonth).toOn) refuse('zeroMonth', 'month-not-over');
	if (holdsPersonalNumber(own.subject ?? '')) refuse('subject', 'personal-number');
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
		zeroKind: isZero ? (own.zeroKind as ReportedLedger) : null,
		zeroMonth: isZero ? own.zeroMonth! : null
	});
}
