import { isDate } from '../calendar/calendar';
import { parseBirthText, sayCalendar } from '../birthdays/birth-text';
import type { BirthDate, Calendar } from '../birthdays/elder';
import { calendarChoice } from './elder-words';
import { dayOfNumber } from './ledger-date';
import { readChoice } from './words';

/** What a birth date is read by. */
export interface BirthReading {
	/** The calendar of birth dates that do not say it; null until a cadre does. */
	calendar: Calendar | null;
	/** The calendar that the heading over it names. */
	headed?: Calendar | null;
	/** Whether days of the file are counted from 1904, as some workbooks do. */
	is1904: boolean;
	/** Whether the date can be the birth date of a living person. */
	isBirth(birth: BirthDate): boolean;
}

type ReadBirth =
	{ value: BirthDate; fault?: 'birth-number' | 'contradicts-calendar' } | { fault: 'birth-wrong' | 'calendar-unsaid' };

/**
 * A birth date in a cell. Its calendar is what the cell itself says, else the row's column for it (`column`), else the answer for the whole file, at
 * first what the heading names; never a guess (decision 20). Where these say different ones, it is asked about, and so is a day that a spreadsheet
 * made a number of.
 */
export function readBirthCell(
	text: string,
	column: string,
	{ calendar: answer, headed, is1904, isBirth }: BirthReading
): ReadBirth {
	const number = numberedDay(text, is1904);
	const written = parseBirthText(number ?? text);
	if (!written) return { fault: 'birth-wrong' };
	const ofColumn = sayCalendar(column) ?? readChoice(calendarChoice, column);
	const calendar = written.calendar ?? ofColumn ?? answer;
	if (calendar === null) return { fault: 'calendar-unsaid' };
	const { year, month, day, isLeap } = written;
	const on = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
	if (calendar === 'solar' && (!isDate(on) || isLeap)) return { fault: 'birth-wrong' };
	const birth: BirthDate = calendar === 'lunar' ? { calendar, year, month, day, isLeap } : { calendar, on };
	if (!isBirth(birth)) return { fault: 'birth-wrong' };
	if (number !== null) return { value: birth, fault: 'birth-number' };
	const isDoubtful = [ofColumn, headed ?? null].some((one) => one !== null && one !== calendar);
	return { value: birth, ...(isDoubtful && { fault: 'contradicts-calendar' as const }) };
}

/** A number up to this is a year that was written alone. */
const lastYear = 2100;

/** The day that a spreadsheet made a number of; null for any other text. */
const numberedDay = (text: string, is1904: boolean): string | null =>
	Number.isInteger(Number(text)) && Number(text) > lastYear ? dayOfNumber(text, is1904) : null;
