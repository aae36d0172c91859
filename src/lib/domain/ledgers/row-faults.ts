import { dateFaults } from './ledger-date';
import type { LedgerColumn } from './ledgers';

/** What may be wrong with a cell, or with a row at that cell. */
export const rowFaults = [
	'missing',
	'formula-empty',
	'cell-error',
	'cell-picture',
	'cell-broken',
	'same-as-above',
	'once-only',
	'name-wrong',
	'phone-wrong',
	'choice-unknown',
	'choice-several',
	'text-too-long',
	'personal-number',
	'email-wrong',
	...dateFaults,
	'lunar-other-year',
	'weekday-differs',
	'date-other-years',
	'date-before-ledger',
	'day-far',
	'date-number',
	'birth-wrong',
	'birth-number',
	'birth-late',
	'month-wrong',
	'moment-wrong',
	'number-wrong',
	'number-span',
	'number-about',
	'number-out-of-range',
	'unit-unknown',
	'unit-above-village',
	'unit-not-yours',
	'unit-other-day',
	'unit-not-there',
	'group-unknown',
	'group-several',
	'date-in-future',
	'planned-too-far',
	'tables-missing',
	'tables-not-reduced',
	'contradicts-tables',
	'contradicts-zero',
	'contradicts-kind',
	'contradicts-calendar',
	'went-after-banquet',
	'banquet-held',
	'contradicts-outcome',
	'contradicts-open',
	'outcome-open',
	'zero-incomplete',
	'zero-of-what',
	'zero-not-reported',
	'says-none',
	'says-total',
	'says-undone',
	'kind-not-kept',
	'rule-refused',
	'month-not-over',
	'month-checked-zero',
	'month-has-entries',
	'month-has-waiting',
	'day-before-received',
	'due-too-far',
	'contradicts-day',
	'event-unknown',
	'slot-unknown',
	'slot-closed',
	'party-too-large',
	'one-person-each',
	'more-names-than-people'
] as const;
export type RowFault = (typeof rowFaults)[number];

export interface CellFault {
	column: LedgerColumn;
	fault: RowFault;
	/** Of a blank cell (`same-as-above`): the line that says it above. */
	above?: number;
	/** Other cells that it rests on, any of which may be the wrong one. */
	with?: readonly LedgerColumn[];
	/** What the cell may say instead. */
	offers?: readonly string[];
	/** Of a word that means several things (`choice-several`): the values of its list. */
	means?: readonly string[];
	/** Of a row that was refused when it was to be written (`rule-refused`): the code of the refusal. */
	rule?: string;
}

/** Faults that are questions: the cell can be read, and a cadre may say that it is right. */
export const questions = [
	'lunar-other-year',
	'weekday-differs',
	'date-other-years',
	'date-before-ledger',
	'day-far',
	'contradicts-calendar',
	'date-number',
	'birth-number',
	'birth-late',
	'number-about',
	'says-undone'
] as const satisfies readonly RowFault[];
export type Question = (typeof questions)[number];

/** Whether a fault is a question that a cadre may answer by saying that the cell is right. */
export const isQuestion = (fault: RowFault): fault is Question => (questions as readonly RowFault[]).includes(fault);
