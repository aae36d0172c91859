import { isPlausible } from '../calendar/plausible-day';
import type { BirthDate, Calendar } from '../birthdays/elder';
import { normalizeName } from '../people/person-name';
import { normalizePhone } from '../people/phone';
import type { AddedMeaning } from './added-words';
import { readBirthCell, type BirthReading } from './birth-cell';
import { isOtherYear, readDate, readMonth, type DateReading } from './ledger-date';
import { readMoment } from './ledger-moment';
import { readNumber } from './ledger-number';
import { columnFacts, type LedgerColumn } from './ledgers';
import type { RowFault } from './row-faults';
import { readChoice, type Words } from './words';

/** How a row is read: the file's year and calendars, and what cannot be known without the town. */
export interface RowReading extends Omit<DateReading, 'headed'>, Omit<BirthReading, 'headed'> {
	/** The calendar that the heading of a column names; null: none, or both. */
	headedBy(column: LedgerColumn): Calendar | null;
	/** Whether a day of a column is from before its ledger begins, as the town declared. */
	isBeforeStart(column: LedgerColumn, on: string): boolean;
	/** What a word of the town means in a column; null: it was never explained. */
	meaningOf(column: LedgerColumn, text: string): string | null;
	/** What a word may mean in a column beside the software's own list. */
	addedMeaning(column: LedgerColumn, text: string): AddedMeaning;
}

export type CellValue = string | number | string[] | BirthDate | { on: string; time: string };

/** A value, a fault, or a value with a question about it. */
type ReadCell =
	{ value: CellValue } | { fault: RowFault; means?: readonly string[] } | { value: CellValue; fault: RowFault };

/** What is wrong with a cell that was read, and of a word that means several things what these are. */
export const faultOf = ({ fault, means }: { fault: RowFault; means?: readonly string[] }) =>
	means ? { fault, means } : { fault };

const fault = (code: RowFault) => ({ fault: code });

/** A cell that is not blank, read by what its column holds. `calendar`: what the row's own column for it says. */
export function readCell(
	column: LedgerColumn,
	{ text, calendar }: { text: string; calendar: string },
	reading: RowReading
): ReadCell {
	const { kind, words = [], least = 0, most = 999_999 } = columnFacts(column);
	switch (kind) {
		case 'name':
			return readName(text);
		case 'names':
			return readNames(text);
		case 'phone':
			return orFault(normalizePhone(text), 'phone-wrong');
		case 'date': {
			const read = readDate(text, { ...reading, headed: reading.headedBy(column) });
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
			const read = readMoment(text, { ...reading, headed: reading.headedBy(column) });
			return 'on' in read ? { value: { on: read.on, time: read.time } } : read;
		}
		case 'birth':
			return readBirthCell(text, calendar, { ...reading, headed: reading.headedBy(column) });
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
	const explained = reading.meaningOf(column, text);
	if (explained !== null) return { value: explained };
	return means.length === 0 ? fault('choice-unknown') : { fault: 'choice-several', means };
}

const orFault = (value: string | null, code: RowFault): ReadCell => (value === null ? fault(code) : { value });

function doubtOf(column: LedgerColumn, on: string, reading: RowReading): RowFault | undefined {
	if (isOtherYear(on, reading)) return 'date-other-years';
	return reading.isBeforeStart(column, on) ? 'date-before-ledger' : undefined;
}

/** 张三（户主） is 张三. */
function readName(text: string): ReadCell {
	return orFault(normalizeName(text.normalize('NFKC').replace(/\([^()]*\)$/u, '')), 'name-wrong');
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
