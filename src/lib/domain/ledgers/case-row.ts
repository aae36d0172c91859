import { mustBeDue, type CaseKind, type CaseLevel } from '../cases/case';
import { lastDueOn } from '../calendar/plausible-day';
import { holdsPersonalNumber } from '../people/personal-number';
import { cases } from './cases';
import type { RowValues } from './ledger-row';
import { collect, isBefore, type Day, type Decided, type RowStrings } from './row-rules';

export interface CaseRow {
	kind: CaseKind;
	level: CaseLevel;
	receivedOn: string;
	dueOn: string | null;
	matter: string;
	/** Null: it is open. */
	settledOn: string | null;
	result: string;
}

/**
 * What a row of the ledger of cases says. It is settled where it says on which day; a word and a day that say different things are asked about,
 * and so is a result without either. A village handles what the row does not give to another level, but of an incident it has to say.
 */
export function decideCaseRow(values: RowValues, { today }: Pick<Day, 'today'>): Decided<CaseRow> {
	const { refuse, need, decide } = collect();
	const own = values as RowStrings;
	const kind = own.caseKind as CaseKind | undefined;
	const { receivedOn, settleBy: dueOn = null, settledOn = null, caseState } = own;
	need(cases.required, values);
	if (kind === 'incident' && !own.level) refuse('level', 'missing', 'caseKind');
	if (kind && mustBeDue(kind) && dueOn === null) refuse('settleBy', 'missing', 'caseKind');
	if (isBefore(today, receivedOn)) refuse('receivedOn', 'date-in-future');
	if (isBefore(dueOn, receivedOn)) refuse('settleBy', 'day-before-received', 'receivedOn');
	if (receivedOn && isBefore(lastDueOn(receivedOn), dueOn)) refuse('settleBy', 'due-too-far', 'receivedOn');
	if (isBefore(settledOn, receivedOn)) refuse('settledOn', 'day-before-received', 'receivedOn');
	if (isBefore(today, settledOn)) refuse('settledOn', 'date-in-future');
	if (caseState === 'settled' && settledOn === null) refuse('settledOn', 'missing', 'caseState');
	if (caseState === 'open' && settledOn !== null) refuse('caseState', 'contradicts-day', 'settledOn');
	if (!caseState && settledOn === null && own.settlement) refuse('caseState', 'missing', 'settledOn');
	for (const column of ['matter', 'settlement'] as const)
		if (holdsPersonalNumber(own[column] ?? '')) refuse(column, 'personal-number');
	return decide({
		kind: kind!,
		level: (own.level as CaseLevel | undefined) ?? 'village',
		receivedOn: receivedOn!,
		dueOn,
		matter: own.matter!,
		settledOn,
		result: settledOn === null ? '' : (own.settlement ?? '')
	});
}

/** The state of a case whose row says none: settled where it says on which day; else null, which counts as open. */
export const inferState = ({ caseState, settledOn }: RowValues): 'settled' | null =>
	caseState === undefined && settledOn !== undefined ? 'settled' : null;
