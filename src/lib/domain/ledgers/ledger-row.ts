import { isDate } from '../calendar/calendar';
import { isPlausible } from '../calendar/plausible-day';
import { parseBirthText, sayCalendar } from '../birthdays/birth-text';
import type { BirthDate, Calendar } from '../birthdays/elder';
import { calendarChoice } from './elder-words';
import { isBlank } from './blank-text';
import { isOtherYear, readDate, readMonth, type DateReading } from './ledger-date';
import { readMoment } from './ledger-moment';
import { readNumber } from './ledger-number';
import { faultOfText } from './cell-marks.js';
import type { AddedMeaning } from './added-words';
import { columnFacts, ledgerDefinitions, type Ledger, type LedgerColumn } from './ledgers';
import { normalizeName } from '../people/person-name';
import { normalizePhone } from '../people/phone';
import { readChoice, type Words } from './words';
import { findNone, zeroLineOf } from './zero-line';

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
	'date-wrong',
	'date-span',
	'year-missing',
	'day-ambiguous',
	'calendar-unsaid',
	'lunar-wrong',
	'lunar-differs',
	'lunar-other-year',
	'weekday-differs',
	'date-other-years',
	'date-before-ledger',
	'birth-wrong',
	'birth-number',
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
	'kind-not-kept',
	'month-not-over',
	'month-checked-zero',
	'month-has-entries',
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
}

/** Faults that are questions: the cell can be read, and a cadre may say that it is right. */
const questions: readonly RowFault[] = [
	'lunar-other-year',
	'weekday-differs',
	'date-other-years',
	'date-before-ledger',
	'contradicts-calendar',
	'number-about'
];

/** Whether a fault is a question that a cadre may answer by saying that the cell is right. */
export const isQuestion = (fault: RowFault): boolean => questions.includes(fault);

/** The texts of a row by column; what the file has no column for is left out. */
export type RowTexts = Partial<Record<LedgerColumn, string>>;

/** How a row is read: the file's year and calendars, and what cannot be known without the town. */
export interface RowReading extends DateReading {
	/** The calendar of birth dates that do not say it; null until a cadre does. */
	calendar: Calendar | null;
	/** Whether the date can be the birth date of a living person. */
	isBirth(birth: BirthDate): boolean;
	/** Whether a day of a column is from before its ledger begins, as the town declared. */
	isBeforeStart(column: LedgerColumn, on: string): boolean;
	/** What a word of the town means in a column; null: it was never explained. */
	meaningOf(column: LedgerColumn, text: string): string | null;
	/** What a word may mean in a column beside the software's own list. */
	addedMeaning(column: LedgerColumn, text: string): AddedMeaning;
}

export type CellValue = string | number | string[] | BirthDate | { on: string; time: string };
export type RowValues = Partial<Record<LedgerColumn, CellValue>>;

/** Every cell of a row read by what its column holds; an empty cell has no value. `sure`: columns that a cadre has said are right as they are. */
export function readRow(
	ledger: Ledger,
	texts: RowTexts,
	reading: RowReading,
	sure: readonly LedgerColumn[] = []
): { values: RowValues; faults: CellFault[] } {
	const none = findNone(ledger, texts);
	if (none) return { values: {}, faults: [{ column: none, fault: 'says-none' }] };
	const isAdded = (word: string) => reading.addedMeaning('zeroKind', word).values.length > 0;
	const zero = ledger === 'activities' ? zeroLineOf(texts, isAdded) : null;
	const read = readCells(ledger, zero ?? texts, reading, sure);
	return zero ? { ...read, faults: read.faults.map(ofZero) } : read;
}

/** What a line says that there was none of may be work that is not reported month by month. */
const ofZero = (one: CellFault): CellFault =>
	one.column === 'zeroKind' && one.fault === 'choice-unknown' ? { ...one, fault: 'zero-not-reported' } : one;

function readCells(
	ledger: Ledger,
	texts: RowTexts,
	reading: RowReading,
	sure: readonly LedgerColumn[]
): { values: RowValues; faults: CellFault[] } {
	const values: RowValues = {};
	const faults: CellFault[] = [];
	for (const column of ledgerDefinitions[ledger].columns) {
		const text = (texts[column] ?? '').trim();
		const broken = faultOfText(text);
		if (broken) faults.push({ column, fault: broken });
		const { kind } = columnFacts(column);
		if (broken || kind === 'unit' || isBlank(text) || (kind === 'phone' && saysNone(text))) continue;
		const read = readCell(column, text, reading, texts);
		if ('fault' in read && !('value' in read && sure.includes(column))) faults.push({ column, fault: read.fault });
		if ('value' in read) values[column] = read.value;
	}
	return { values, faults };
}

/** Where a telephone is asked for: there is none. */
const saysNone = (text: string) =>
	/^(无|没有|没得|暂无|不详|未知|不知道|未提供|没留|无电话|没有电话|none|n\/a)$/iu.test(
		text.normalize('NFKC').replace(/\s/gu, '')
	);

/** A value, a fault, or a value with a question about it. */
type ReadCell = { value: CellValue } | { fault: RowFault } | { value: CellValue; fault: RowFault };
const fault = (code: RowFault) => ({ fault: code });

function readCell(column: LedgerColumn, text: string, reading: RowReading, texts: RowTexts): ReadCell {
	const { kind, words = [], least = 0, most = 999_999 } = columnFacts(column);
	switch (kind) {
		case 'name':
			return readName(text);
		case 'names':
			return readNames(text);
		case 'phone':
			return orFault(normalizePhone(text), 'phone-wrong');
		case 'date': {
			const read = readDate(text, reading);
			if (!('on' in read)) return read;
			if (!isPlausible(read.on)) return fault('date-wrong');
			const doubt = read.doubt ?? doubtOf(column, read.on, reading);
			return { value: read.on, ...(doubt && { fault: doubt }) };
		}
		case 'month': {
			const read = readMonth(text, reading);
			if (!('month' in read)) return read;
			return isPlausible(`${read.month}-01`) ? { value: read.month } : fault('month-wrong');
		}
		case 'moment': {
			const read = readMoment(text, reading);
			return 'on' in read ? { value: { on: read.on, time: read.time } } : read;
		}
		case 'birth':
			return readBirthCell(text, texts.calendar ?? '', reading);
		case 'number': {
			const read = readNumber(text);
			if ('fault' in read) return read;
			if (read.number < least || read.number > most) return fault('number-out-of-range');
			return { value: read.number, ...(read.isAbout && { fault: 'number-about' as const }) };
		}
		case 'choice':
			return readWord(words, { column, text }, reading);
		default:
			return column === 'email' ? readEmail(text) : text.length > most ? fault('text-too-long') : { value: text };
	}
}

/** A word that means one thing; where it means several, or none, what the town says that it means. */
function readWord(
	words: Words,
	{ column, text }: { column: LedgerColumn; text: string },
	reading: RowReading
): ReadCell {
	const { isName, values } = reading.addedMeaning(column, text);
	const known = isName ? null : readChoice(words, text);
	const means = known === null ? values : [known, ...values];
	if (means.length === 1) return { value: means[0]! };
	return orFault(reading.meaningOf(column, text), means.length === 0 ? 'choice-unknown' : 'choice-several');
}

const orFault = (value: string | null, code: RowFault): ReadCell => (value === null ? fault(code) : { value });

function doubtOf(column: LedgerColumn, on: string, reading: RowReading): RowFault | undefined {
	if (isOtherYear(on, reading)) return 'date-other-years';
	return reading.isBeforeStart(column, on) ? 'date-before-ledger' : undefined;
}

/** 张三（户主） is 张三. */
function readName(text: string): ReadCell {
	return orFault(normalizeName(text.normalize('NFKC').replace(/\([^)]*\)$/u, '')), 'name-wrong');
}

function readNames(text: string): ReadCell {
	const names = text
		.split(/[、,，;；\n]/u)
		.filter((name) => name.trim() !== '')
		.map(normalizeName);
	return names.some((name) => name === null) ? fault('name-wrong') : { value: names as string[] };
}

const readEmail = (text: string): ReadCell =>
	/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 200 ? { value: text } : fault('email-wrong');

/**
 * The calendar is what the cell itself says, else its column, else the answer for the whole file; never a guess (decision 20). A cell and its column
 * that say different ones are asked about.
 */
function readBirthCell(text: string, column: string, { calendar: answer, isBirth }: RowReading): ReadCell {
	const written = parseBirthText(text);
	if (!written) return fault(/^\d{4,5}(\.0+)?$/.test(text) ? 'birth-number' : 'birth-wrong');
	const ofColumn = sayCalendar(column) ?? readChoice(calendarChoice, column);
	const calendar = written.calendar ?? ofColumn ?? answer;
	if (calendar === null) return fault('calendar-unsaid');
	const { year, month, day, isLeap } = written;
	const on = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
	if (calendar === 'solar' && (!isDate(on) || isLeap)) return fault('birth-wrong');
	const birth: BirthDate = calendar === 'lunar' ? { calendar, year, month, day, isLeap } : { calendar, on };
	if (!isBirth(birth)) return fault('birth-wrong');
	const isDoubtful = ofColumn !== null && ofColumn !== calendar;
	return { value: birth, ...(isDoubtful && { fault: 'contradicts-calendar' as const }) };
}
