import { isTime } from '../calendar/calendar';
import { readDate, type DateFault, type DateReading } from './ledger-date';

/** A day with a time (2026-03-14 09:00, 3月14日9:30) as both; of a span of times its beginning. */
export function readMoment(
	text: string,
	reading: DateReading
): { on: string; time: string } | { fault: DateFault | 'moment-wrong' } {
	const typed = text.normalize('NFKC').trim();
	const found = /^(.*?\D)(\d{1,2})(?:[:.：]|点|时)(\d{2})?(?:分)?(?:\s*[-~–—至到]\s*\d{1,2}[:点时]\d{0,2}分?)?$/u.exec(
		typed
	);
	if (!found) return { fault: 'moment-wrong' };
	const [date, hour, minute = '00'] = found.slice(1) as [string, string, string?];
	const whole = hourOf(partOfDay.exec(date)?.[1] ?? '', Number(hour));
	if (whole === null) return { fault: 'moment-wrong' };
	const time = `${String(whole).padStart(2, '0')}:${minute}`;
	const day = readDate(date.replace(partOfDay, '').replace(/T$/, ''), reading);
	if ('fault' in day) return day;
	return isTime(time) ? { on: day.on, time } : { fault: 'moment-wrong' };
}

/** Which part of the day a date ends with. */
const partOfDay = /(凌晨|清早|早上|上午|中午|下午|傍晚|晚上|夜里)\s*$/u;

/** Part of a day → the hours it may be named with, and what is added to them. 晚上12点 may be either midnight, so it is asked about. */
const partsOfDay: Record<string, readonly [number, number, number]> = {
	凌晨: [0, 6, 0],
	清早: [4, 9, 0],
	早上: [4, 11, 0],
	上午: [5, 11, 0],
	下午: [1, 7, 12],
	傍晚: [4, 8, 12],
	晚上: [5, 11, 12],
	夜里: [7, 11, 12]
};

/** The hour of the day (0–24) of an hour as people name it; null where that is not certain. */
function hourOf(part: string, hour: number): number | null {
	if (part === '') return hour;
	if (part === '中午') return hour >= 1 && hour <= 2 ? hour + 12 : hour >= 11 && hour <= 14 ? hour : null;
	const [first, last, added] = partsOfDay[part]!;
	if (hour >= first && hour <= last) return hour + added;
	return hour >= first + added && hour <= last + added ? hour : null;
}
