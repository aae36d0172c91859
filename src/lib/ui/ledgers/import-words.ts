import type { AddedWork } from '$lib/domain/activities/added-work';
import type { ImportState, RowMark, RowState, Skip } from '$lib/domain/ledgers/import';
import type { CellValue } from '$lib/domain/ledgers/ledger-cell';
import type { CellFault, Question, RowFault } from '$lib/domain/ledgers/row-faults';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { m } from '$lib/paraglide/messages.js';
import { errorText, type ErrorCode } from '../elements/error-words';
import { listText } from '../elements/list-text';
import { birthText } from '../birthdays/elder-words';
import { choicesOf } from './column-words';
import { ledgerColumnWords } from './ledger-words';

export const importStateWords: Record<ImportState, () => string> = {
	reading: m.imports_state_reading,
	draft: m.imports_state_draft,
	landing: m.imports_state_landing,
	landed: m.imports_state_landed,
	undoing: m.imports_state_undoing,
	undone: m.imports_state_undone,
	dropped: m.imports_state_dropped
};

export const importStateTones = {
	reading: 'ink',
	draft: 'red',
	landing: 'ink',
	landed: 'jade',
	undoing: 'ink',
	undone: 'muted',
	dropped: 'muted'
} as const satisfies Record<ImportState, string>;

export const rowStateWords: Record<RowState, () => string> = {
	new: m.imports_row_new,
	wrong: m.imports_row_wrong,
	doubtful: m.imports_row_doubtful,
	'left-out': m.imports_row_left_out,
	skipped: m.imports_row_skipped,
	unread: m.imports_row_unread
};

export const markWords: Record<RowMark, () => string> = {
	hidden: m.imports_mark_hidden,
	struck: m.imports_mark_struck
};

export const skipWords: Record<Skip, () => string> = {
	total: m.imports_skip_total,
	heading: m.imports_skip_heading,
	footer: m.imports_skip_footer,
	empty: m.imports_skip_empty
};

const faultWords: Record<RowFault, (inputs: { column: string; columns: string; why: string }) => string> = {
	missing: m.imports_fault_missing,
	'formula-empty': m.imports_fault_formula_empty,
	'cell-error': m.imports_fault_cell_error,
	'cell-picture': m.imports_fault_cell_picture,
	'cell-broken': m.imports_fault_cell_broken,
	'same-as-above': m.imports_fault_same_as_above,
	'once-only': m.imports_fault_once_only,
	'name-wrong': m.imports_fault_name_wrong,
	'phone-wrong': m.imports_fault_phone_wrong,
	'choice-unknown': m.imports_fault_choice_unknown,
	'choice-several': m.imports_fault_choice_several,
	'text-too-long': m.imports_fault_text_too_long,
	'personal-number': m.imports_fault_personal_number,
	'email-wrong': m.imports_fault_email_wrong,
	'date-wrong': m.imports_fault_date_wrong,
	'date-span': m.imports_fault_date_span,
	'year-missing': m.imports_fault_year_missing,
	'day-ambiguous': m.imports_fault_day_ambiguous,
	'calendar-unsaid': m.imports_fault_calendar_unsaid,
	'lunar-wrong': m.imports_fault_lunar_wrong,
	'lunar-differs': m.imports_fault_lunar_differs,
	'lunar-other-year': m.imports_fault_lunar_other_year,
	'weekday-differs': m.imports_fault_weekday_differs,
	'date-other-years': m.imports_fault_date_other_years,
	'date-before-ledger': m.imports_fault_date_before_ledger,
	'day-far': m.imports_fault_day_far,
	'date-number': m.imports_fault_date_number,
	'birth-wrong': m.imports_fault_birth_wrong,
	'birth-number': m.imports_fault_birth_number,
	'birth-late': m.imports_fault_birth_late,
	'month-wrong': m.imports_fault_month_wrong,
	'moment-wrong': m.imports_fault_moment_wrong,
	'number-wrong': m.imports_fault_number_wrong,
	'number-span': m.imports_fault_number_span,
	'number-about': m.imports_fault_number_about,
	'number-out-of-range': m.imports_fault_number_out_of_range,
	'unit-unknown': m.imports_fault_unit_unknown,
	'unit-above-village': m.imports_fault_unit_above_village,
	'unit-not-yours': m.imports_fault_unit_not_yours,
	'unit-other-day': m.imports_fault_unit_other_day,
	'unit-not-there': m.imports_fault_unit_not_there,
	'group-unknown': m.imports_fault_group_unknown,
	'group-several': m.imports_fault_group_several,
	'date-in-future': m.imports_fault_date_in_future,
	'planned-too-far': m.imports_fault_planned_too_far,
	'tables-missing': m.imports_fault_tables_missing,
	'tables-not-reduced': m.imports_fault_tables_not_reduced,
	'contradicts-tables': m.imports_fault_contradicts_tables,
	'contradicts-zero': m.imports_fault_contradicts_zero,
	'contradicts-kind': m.imports_fault_contradicts_kind,
	'contradicts-calendar': m.imports_fault_contradicts_calendar,
	'went-after-banquet': m.imports_fault_went_after_banquet,
	'banquet-held': m.imports_fault_banquet_held,
	'contradicts-outcome': m.imports_fault_contradicts_outcome,
	'contradicts-open': m.imports_fault_contradicts_open,
	'outcome-open': m.imports_fault_outcome_open,
	'zero-incomplete': m.imports_fault_zero_incomplete,
	'zero-of-what': m.imports_fault_zero_of_what,
	'zero-not-reported': m.imports_fault_zero_not_reported,
	'says-none': m.imports_fault_says_none,
	'says-total': m.imports_fault_says_total,
	'says-undone': m.imports_fault_says_undone,
	'kind-not-kept': m.imports_fault_kind_not_kept,
	'rule-refused': m.imports_fault_rule_refused,
	'month-not-over': m.imports_fault_month_not_over,
	'month-checked-zero': m.imports_fault_month_checked_zero,
	'month-has-entries': m.imports_fault_month_has_entries,
	'month-has-waiting': m.imports_fault_month_has_waiting,
	'day-before-received': m.imports_fault_day_before_received,
	'due-too-far': m.imports_fault_due_too_far,
	'contradicts-day': m.imports_fault_contradicts_day,
	'event-unknown': m.imports_fault_event_unknown,
	'slot-unknown': m.imports_fault_slot_unknown,
	'slot-closed': m.imports_fault_slot_closed,
	'party-too-large': m.imports_fault_party_too_large,
	'one-person-each': m.imports_fault_one_person_each,
	'more-names-than-people': m.imports_fault_more_names_than_people
};

/** What a question asks about, in some words, where all rows that ask it are answered at once. */
export const questionWords: Record<Question, () => string> = {
	'lunar-other-year': m.imports_question_lunar_other_year,
	'weekday-differs': m.imports_question_weekday_differs,
	'date-other-years': m.imports_question_date_other_years,
	'date-before-ledger': m.imports_question_date_before_ledger,
	'day-far': m.imports_question_day_far,
	'contradicts-calendar': m.imports_question_contradicts_calendar,
	'date-number': m.imports_question_date_number,
	'birth-number': m.imports_question_date_number,
	'birth-late': m.imports_question_birth_late,
	'number-about': m.imports_question_number_about,
	'says-undone': m.imports_question_says_undone
};

/** All that is wrong with a row, each thing once. */
export const faultsText = (faults: readonly CellFault[]): string => [...new Set(faults.map(faultText))].join(' ');

/** What is wrong with a cell, in a sentence. */
export function faultText({ column, fault, with: others = [], rule }: CellFault): string {
	const headings = [column, ...others].map((one) => ledgerColumnWords[one].heading());
	return faultWords[fault]({
		column: headings[0]!,
		columns: listText(headings),
		why: rule ? errorText(rule as ErrorCode) : ''
	});
}

/** The words that a column offers of its closed list, of these values alone where they are given; null for a column that has none. */
export function choiceTexts(column: LedgerColumn, added: AddedWork, only?: readonly string[]): string[] | null {
	const words = ledgerColumnWords[column];
	const choices = choicesOf(words, added);
	const isOffered = (value: string) => !words.unoffered?.includes(value);
	return choices && (only ?? Object.keys(choices)).filter(isOffered).flatMap((value) => choices[value]?.() ?? []);
}

/** A record as people know it: 三星村 张三 婚嫁 2024-03-05. */
export const recordText = (
	cells: readonly { column: LedgerColumn; value: CellValue | null }[],
	added: AddedWork
): string =>
	cells
		.flatMap(({ column, value }) => {
			if (value === null) return [];
			const text = cellValueText(column, value, added);
			// A number alone does not say of what it is.
			return typeof value === 'number' ? `${ledgerColumnWords[column].heading()} ${text}` : text;
		})
		.join(' ');

/** What was read in a cell, in words: a day as a date, a value of a list as its word. */
export function cellValueText(column: LedgerColumn, value: CellValue, added: AddedWork): string {
	const choices = choicesOf(ledgerColumnWords[column], added);
	if (choices) return choices[value as string]?.() ?? String(value);
	if (Array.isArray(value)) return listText(value);
	if (typeof value !== 'object') return String(value);
	return 'time' in value ? `${value.on} ${value.time}` : birthText(value);
}
