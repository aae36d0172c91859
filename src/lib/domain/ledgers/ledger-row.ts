import { isDate } from '../calendar/calendar';
import { parseBirthText, sayCalendar } from '../birthdays/birth-text';
import type { BirthDate, Calendar } from '../birthdays/elder';
import { calendarChoice } from './elder-words';
import { readDate, readMoment, readMonth, type DateReading } from './ledger-date';
import { readNumber } from './ledger-number';
import { formulaMark } from './ledger-table';
import { columnFacts, ledgerDefinitions, type Ledger, type LedgerColumn } from './ledgers';
import { normalizeName } from '../people/person-name';
import { normalizePhone } from '../people/phone';
import { readChoice } from './words';

/** What may be wrong with a cell, or with a row at that cell. */
export const rowFaults = [
	'missing',
	'formula-empty',
	'name-wrong',
	'phone-wrong',
	'choice-unknown',
	'text-too-long',
	'email-wrong',
	'date-wrong',
	'date-span',
	'year-missing',
	'day-ambiguous',
	'calendar-unsaid',
	'lunar-wrong',
	'birth-wrong',
	'month-wrong',
	'moment-wrong',
	'number-wrong',
	'number-span',
	'number-out-of-range',
	'unit-unknown',
	'unit-not-yours',
	'group-unknown',
	'date-in-future',
	'planned-too-far',
	'tables-missing',
	'tables-not-reduced',
	'went-after-banquet',
	'banquet-held',
	'contradicts-outcome',
	'zero-incomplete',
	'month-not-over',
	'month-checked-zero',
	'month-has-entries',
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
}

/** The texts of a row by column; what the file has no column for is left out. */
export type RowTexts = Partial<Record<LedgerColumn, string>>;

/** How a row is read: the file's year and calendars, and what cannot be known without the town. */
export interface RowReading extends DateReading {
	/** The calendar of birth dates that do not say it; null until a cadre does. */
	calendar: Calendar | null;
	/** Whether the date can be the birth date of a living person. */
	isBirth(birth: BirthDate): boolean;
}

export type CellValue = string | number | string[] | BirthDate | { on: string; time: string };
export type RowValues = Partial<Record<LedgerColumn, CellValue>>;

/** Every cell of a row read by what its column holds; an empty cell has no value. */
export function readRow(
	ledger: Ledger,
	texts: RowTexts,
	reading: RowReading
): { values: RowValues; faults: CellFault[] } {
	const values: RowValues = {};
	const faults: CellFault[] = [];
	for (const column of ledgerDefinitions[ledger].columns) {
		if (columnFacts(column).kind === 'unit') continue;
		const text = (texts[column] ?? '').trim();
		if (isBlank(text)) continue;
		const read = text.startsWith(formulaMark) ? fault('formula-empty') : readCell(column, text, reading, texts);
		if ('fault' in read) faults.push({ column, fault: read.fault });
		else values[column] = read.value;
	}
	return { values, faults };
}

/** An empty cell, or a dash in its place. */
export const isBlank = (text: string): boolean => /^[-—–/\\\s]*$/u.test(text.normalize('NFKC'));

type ReadCell = { value: CellValue } | { fault: RowFault };
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
			return 'on' in read ? { value: read.on } : read;
		}
		case 'month': {
			const read = readMonth(text, reading);
			return 'month' in read ? { value: read.month } : read;
		}
		case 'moment': {
			const read = readMoment(text, reading);
			return 'on' in read ? { value: read } : read;
		}
		case 'birth':
			return readBirthCell(text, texts.calendar ?? '', reading);
		case 'number': {
			const read = readNumber(text);
			if ('fault' in read) return read;
			return read.number < least || read.number > most ? fault('number-out-of-range') : { value: read.number };
		}
		case 'choice':
			return orFault(readChoice(words, text), 'choice-unknown');
		default:
			return column === 'email' ? readEmail(text) : text.length > most ? fault('text-too-long') : { value: text };
	}
}

const orFault = (value: string | null, code: RowFault): ReadCell => (value === null ? fault(code) : { value });

/** 张三（户主） is 张三. */
function readName(text: string): ReadCell {
	return orFault(normalizeName(text.normalize('NFKC').replace(/\([^)]*\)\s*$/u, '')), 'name-wrong');
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

/** The calendar is what the cell itself says, else its column, else the answer for the whole file; never a guess (decision 20). */
function readBirthCell(text: string, column: string, { calendar: answer, isBirth }: RowReading): ReadCell {
	const written = parseBirthText(text);
	if (!written) return fault('birth-wrong');
	const calendar = written.calendar ?? sayCalendar(column) ?? readChoice(calendarChoice, column) ?? answer;
	if (calendar === null) return fault('calendar-unsaid');
	const { year, month, day, isLeap } = written;
	const on = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
	if (calendar === 'solar' && (!isDate(on) || isLeap)) return fault('birth-wrong');
	const birth: BirthDate = calendar === 'lunar' ? { calendar, year, month, day, isLeap } : { calendar, on };
	return isBirth(birth) ? { value: birth } : fault('birth-wrong');
}
