import { addDays, isDate, isMonth, weekdayOf, yearOf } from '../calendar/calendar';
import { parseTypedDate } from '../calendar/typed-date';
import { parseBirthText, sayCalendar } from '../birthdays/birth-text';
import type { Calendar } from '../birthdays/elder';
import type { LunarYmd } from '../calendar/lunar-date';

/** What a day needs to be read by: the file's year, where bare day numbers begin, and the farmers' calendar. */
export interface DateReading {
	/** The year of dates that name none; null until a cadre says it. */
	year: number | null;
	/** The town's present year: the file's days lie near it, where it says no year of its own. */
	presentYear: number;
	is1904: boolean;
	/** The solar day of a lunar one; null where that year has no such day. */
	toSolar(day: LunarYmd): string | null;
	/** The calendar that the heading over the day names: of it are days that name none. */
	headed?: Calendar | null;
}

export const dateFaults = [
	'date-wrong',
	'date-span',
	'year-missing',
	'day-ambiguous',
	'calendar-unsaid',
	'lunar-wrong',
	'lunar-differs'
] as const;
export type DateFault = (typeof dateFaults)[number];

/** A day; with `doubt`, one that a cadre is asked about. */
export type ReadDate =
	| { on: string; doubt?: 'date-number' | 'lunar-other-year' | 'weekday-differs' | 'contradicts-calendar' | undefined }
	| { fault: DateFault };

const numerals = '〇一二三四五六七八九';

/** Days of a file are of its year, or the year beside it; without one, at most so many years back or ahead. Other ones are mistyped as a rule: 2004, 0024. */
const [yearsBack, yearsAhead] = [5, 5];

/** Whether a day is of another year than a file's days are. */
export function isOtherYear(on: string, { year, presentYear }: Pick<DateReading, 'year' | 'presentYear'>): boolean {
	const own = yearOf(on);
	if (year === null) return own < presentYear - yearsBack || own > presentYear + yearsAhead;
	return Math.abs(own - year) > 1;
}

/**
 * A day as ledgers write it: a spreadsheet's day number, 2024.3.5, 24/3/5, 20240305, 2024年3月5日, 二〇二四年三月五日, 3月5日 and 3.5 (in the
 * file's year), 农历二月十五, 正月初八 (the one that lies in the file's year), 2024年3月5日（农历正月廿五）. A span of days, and 3.1 (the first or the
 * tenth?), are not guessed. A day of another calendar than its heading names is asked about.
 */
export function readDate(text: string, reading: DateReading): ReadDate {
	if (text.includes('≈')) return readRounded(text, reading);
	const written = text
		.normalize('NFKC')
		.replace(/[T\s](?:[01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, '')
		.replace(/\s/gu, '');
	const twice = /^(.[^(]*)\((.+)\)$/u.exec(written);
	if (twice && isDayText(twice[2]!)) return readTwice([twice[1]!, twice[2]!], { ...reading, headed: null });
	const weekday = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(written)?.[1];
	const read = readOne(
		written.replace(/\(?(周|星期|礼拜)[一二三四五六日天]\)?/gu, '').replace(/(上午|下午|中午|晚上|早上)$/u, ''),
		reading
	);
	if (!('on' in read)) return read;
	if (weekday && weekdayOf(read.on) !== weekdays.indexOf(weekday) % 7) return { ...read, doubt: 'weekday-differs' };
	const own = reading.headed ? calendarIn(written) : null;
	return own && own !== reading.headed ? { ...read, doubt: 'contradicts-calendar' } : read;
}

/** What the reader of workbooks writes of a time seconds before midnight: 2024-03-05 23:59:17 ≈ 2024-03-06. Any other text is not to be trusted. */
function readRounded(text: string, reading: DateReading): ReadDate {
	const [, day, next] = /^(\d{4}-\d{2}-\d{2}) 23:5[89]:\d{2} ≈ (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
	const isNext = day !== undefined && isDate(day) && addDays(day, 1) === next;
	return isNext ? readOne(next!, reading) : { fault: 'date-wrong' };
}

/** In the order of `weekdayOf`, and 天, which is 日. */
const weekdays = '日一二三四五六天';

const isDayText = (text: string) => /[月日号初廿]|^\d{4}[-./]\d/u.test(text) && !/^(周|星期|礼拜)/u.test(text);

/** One day in both calendars: both must say the same. */
function readTwice([first, second]: [string, string], reading: DateReading): ReadDate {
	const [plain, lunar] = isLunar(first) ? [second, first] : [first, second];
	const one = readOne(plain, reading);
	if (!('on' in one)) return one;
	// The lunar year is the one before until the new year comes.
	const year = yearOf(one.on);
	const others = [year, year - 1].map((own) => readOne(lunar, { ...reading, year: own }, true));
	return others.some((other) => 'on' in other && other.on === one.on) ? { on: one.on } : { fault: 'lunar-differs' };
}

function readOne(typed: string, reading: DateReading, isLunarOfYear = false): ReadDate {
	const number = dayNumber(typed, reading.is1904);
	if (number) {
		const read: ReadDate = isHeadedLunar(typed, reading) ? readLunar(number, reading, isLunarOfYear) : { on: number };
		return 'on' in read ? { ...read, doubt: 'date-number' } : read;
	}
	const full = parseTypedDate(typed) ?? compact(typed);
	if (isHeadedLunar(typed, reading)) {
		if (isShortened(typed)) return { fault: 'day-ambiguous' };
		return readLunar(full ?? shortYear(typed) ?? typed, reading, isLunarOfYear);
	}
	if (full) return { on: full };
	if (isLunar(typed)) return readLunar(typed, reading, isLunarOfYear);
	const plain = fromChinese(typed);
	if (
		(/[日号]$/u.test(plain) && /\d[-~–—至到、,]+\d/u.test(plain)) ||
		/\d[日号][-~–—至到、,]/u.test(plain) ||
		(/^[\d.]+[-~–—至到、,][\d.]+$/u.test(plain) && /\./.test(plain))
	)
		return { fault: 'date-span' };
	const long = parseTypedDate(plain) ?? shortYear(plain);
	// 2024年三月十五, without 日, is as a rule the farmers' calendar.
	if (long) return isUnsaid(typed) ? { fault: 'calendar-unsaid' } : { on: long };
	return readMonthAndDay(typed, plain, reading.year);
}

/** A month and a day in Chinese numerals, without 日: of either calendar. */
const isUnsaid = (typed: string) => /月[一二三四五六七八九十]+$/u.test(typed) && sayCalendar(typed) === null;

function compact(typed: string): string | null {
	const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(typed) ?? [];
	return year && isDate(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : null;
}

/** The day of a spreadsheet's day number, also of those before 1954; null for what is none. */
export function dayOfNumber(text: string, is1904: boolean): string | null {
	const [, days] = /^(\d{4,5})(?:\.\d+)?$/.exec(text.trim()) ?? [];
	return days ? addDays(is1904 ? '1904-01-01' : '1899-12-30', Number(days)) : null;
}

/** 45356 → 2024-03-05. Between 1954 and 2119: what is less is no date but a quantity. */
function dayNumber(typed: string, is1904: boolean): string | null {
	const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(typed) ?? [];
	if (!days || Number(days) < 18_000 || Number(days) > 80_000) return null;
	return addDays(is1904 ? '1904-01-01' : '1899-12-30', Number(days));
}

/** 24.3.5, 24年3月5日: of this century. */
function shortYear(plain: string): string | null {
	const [, year, rest] = /^(\d{2})([-./年]\d{1,2}[-./月]\d{1,2}[日号]?)$/.exec(plain) ?? [];
	return year ? parseTypedDate(`20${year}${rest}`) : null;
}

function readMonthAndDay(typed: string, plain: string, year: number | null): ReadDate {
	const [, month, day] = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain) ?? [];
	if (!month || !day) return { fault: 'date-wrong' };
	if (isShortened(plain)) return { fault: 'day-ambiguous' };
	if (isUnsaid(typed)) return { fault: 'calendar-unsaid' };
	if (!isDate(`2024-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)) return { fault: 'date-wrong' };
	if (year === null) return { fault: 'year-missing' };
	const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDate(on) ? { on } : { fault: 'date-wrong' };
}

/** 3.1: a spreadsheet drops the 0 of 3.10. */
const isShortened = (typed: string) => /^\d{1,2}\.[123][日号]?$/u.test(typed);

/** The calendar that a day is written in; null where it may be of either. */
const calendarIn = (typed: string): Calendar | null =>
	sayCalendar(typed) ?? (/[正冬腊闰]|初|廿|卅/u.test(typed) ? 'lunar' : null);

/** Whether a day that may be of either calendar is under a heading that says lunar. */
const isHeadedLunar = (typed: string, { headed }: DateReading) => headed === 'lunar' && calendarIn(typed) === null;

const isLunar = (typed: string) => calendarIn(typed) === 'lunar';

function readLunar(typed: string, { year, toSolar }: DateReading, isLunarOfYear: boolean): ReadDate {
	const bare = typed.replace(/\(?[农阴旧古]历\)?|^[农阴]/gu, '');
	if (/^[^-~–—至到、,]*[-~–—至到、,].*[初廿十一二三四五六七八九\d]/u.test(bare) && !/^\d{4}[-./]\d/.test(bare))
		return { fault: 'date-span' };
	const whole = parseBirthText(bare);
	if (whole) return solar({ ...whole }, toSolar);
	const short = parseBirthText(`2000年${bare.replace(/^(\d{1,2})[-./](\d{1,2})$/, '$1月$2日')}`);
	if (!short) return { fault: 'lunar-wrong' };
	if (year === null) return { fault: 'year-missing' };
	if (isLunarOfYear) return solar({ ...ymd(short), year }, toSolar);
	// 腊月 of one lunar year mostly lies in January of the next: what is meant is the day within the file's year.
	const days = [year, year - 1].map((lunarYear) => toSolar({ ...ymd(short), year: lunarYear }));
	const within = days.find((day) => day !== null && yearOf(day) === year);
	if (within) return { on: within };
	return days[0] ? { on: days[0], doubt: 'lunar-other-year' } : { fault: 'lunar-wrong' };
}

const ymd = ({ year, month, day, isLeap }: LunarYmd): LunarYmd => ({ year, month, day, isLeap });

function solar(day: LunarYmd, toSolar: DateReading['toSolar']): ReadDate {
	const on = toSolar(ymd(day));
	if (!on) return { fault: 'lunar-wrong' };
	// 2024年腊月二十 is in January 2025, though many mean January 2024.
	return { on, ...(yearOf(on) !== day.year && { doubt: 'lunar-other-year' as const }) };
}

/** 二〇二四年三月十五日 → 2024年3月15日. What is written in digits stays. */
function fromChinese(typed: string): string {
	const bare = typed.replace(/[零○]/gu, '〇').replace(/^[公阳新国]历/u, '');
	return bare
		.replace(/(?<![〇一二三四五六七八九])[〇一二三四五六七八九]+(?=年)/gu, (year) =>
			[...year].map((one) => numerals.indexOf(one)).join('')
		)
		.replace(/[一二三四五六七八九十]{1,3}/gu, (number) => String(smallNumber(number)));
}

/** 三, 十, 十二, 二十, 三十一. */
function smallNumber(text: string): number {
	const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
	const digit = (one: string | undefined, empty: number) => (one ? Math.max(0, numerals.indexOf(one)) : empty);
	return digit(tens, 1) * 10 + digit(ones, 0);
}

/** A month as ledgers write it (2024-03, 2024年3月, 3月 in the file's year, or any day of it), as YYYY-MM. */
export function readMonth(
	text: string,
	reading: DateReading
): { month: string } | { fault: DateFault | 'month-wrong' } {
	const typed = fromChinese(text.normalize('NFKC').replace(/\s/gu, ''));
	const [, year, month] = /^(?:(\d{4})[-./年])?(\d{1,2})月?(?:份)?$/.exec(typed) ?? [];
	if (month && !year && reading.year === null) return { fault: 'year-missing' };
	const found = month ? `${year ?? reading.year}-${month.padStart(2, '0')}` : null;
	if (found) return isMonth(found) ? { month: found } : { fault: 'month-wrong' };
	const day = readDate(text, reading);
	return 'on' in day && day.doubt !== 'date-number' ? { month: day.on.slice(0, 7) } : { fault: 'month-wrong' };
}
