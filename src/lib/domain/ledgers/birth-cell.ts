import { isDate } from '../calendar/calendar';
import { parseBirthText, sayCalendar } from '../birthdays/birth-text';
import type { BirthDate, Calendar } from '../birthdays/elder';
import { calendarChoice } from './elder-words';
import { readChoice } from './words';

/** What a birth date is read by. */
export interface BirthReading {
	/** The calendar of birth dates that do not say it; null until a cadre does. */
	calendar: Calendar | null;
	/** The calendar that the heading over it names. */
	headed?: Calendar | null;
	/** Whether the date can be the birth date of a living person. */
	isBirth(birth: BirthDate): boolean;
}

type ReadBirth =
	{ value: BirthDate; fault?: 'contradicts-calendar' } | { fault: 'birth-number' | 'birth-wrong' | 'calendar-unsaid' };

/**
 * A birth date in a cell. Its calendar is what the cell itself says, else the row's column for it (`column`), else the answer for the whole file, at
 * first what the heading names; never a guess (decision 20). Where these say different ones, it is asked about.
 */
export function readBirthCell(
	text: string,
	column: string,
	{ calendar: answer, headed, isBirth }: BirthReading
): ReadBirth {
	const written = parseBirthText(text);
	if (!written) return { fault: /^\d{4,5}(\.0+)?$/.test(text) ? 'birth-number' : 'birth-wrong' };
	const ofColumn = sayCalendar(column) ?? readChoice(calendarChoice, column);
	const calendar = written.calendar ?? ofColumn ?? answer;
	if (calendar === null) return { fault: 'calendar-unsaid' };
	const { year, month, day, isLeap } = written;
	const on = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
	if (calendar === 'solar' && (!isDate(on) || isLeap)) return { fault: 'birth-wrong' };
	const birth: BirthDate = calendar === 'lunar' ? { calendar, year, month, day, isLeap } : { calendar, on };
	if (!isBirth(birth)) return { fault: 'birth-wrong' };
	const isDoubtful = [ofColumn, headed ?? null].some((one) => one !== null && one !== calendar);
	return { value: birth, ...(isDoubtful && { fault: 'contradicts-calendar' as const }) };
}
