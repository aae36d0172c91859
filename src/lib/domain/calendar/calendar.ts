/** The town's clock. UTC+8 without summer time since 1991; before that Intl knows what held. */
export const timeZone = 'Asia/Shanghai';

const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;
/** The end of the last summer time of China, 15 September 1991 at 02:00. */
const fixedFrom = Date.UTC(1991, 8, 14, 17);
/** From here on a year has five digits, which Intl and ISO 8601 write differently. */
const fixedUntil = Date.UTC(10_000, 0, 1) - offsetMs;
// eslint-disable-next-line no-restricted-syntax -- Made once. The domain has no other floor to ask.
const clock = new Intl.DateTimeFormat('en-US', {
	timeZone,
	calendar: 'gregory',
	numberingSystem: 'latn',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit'
});

/** What the clock shows. Arithmetic is tens of times as fast as Intl, and a list asks for every row. */
function wallClock(at: number) {
	if (!(at >= fixedFrom && at < fixedUntil)) return wallClockByIntl(at);
	const shown = new Date(at + offsetMs).toISOString();
	return { on: shown.slice(0, 10), time: shown.slice(11, 16), seconds: shown.slice(17, 19) };
}

function wallClockByIntl(at: number) {
	const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
	return {
		on: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`,
		time: `${parts.hour}:${parts.minute}`,
		seconds: `${parts.second}`
	};
}

/** The town's calendar date (YYYY-MM-DD) at an instant (ms, UTC). */
export function dateOf(at: number): string {
	return wallClock(at).on;
}

/** The town's time of day (HH:mm, 00:00–23:59) at an instant (ms, UTC). */
export function timeOf(at: number): string {
	return wallClock(at).time;
}

/** An instant (ms, UTC) since 1991 as the town writes it, to the minute: 2026-03-01T09:00:00+08:00. */
export function isoOf(at: number): string {
	return `${dateOf(at)}T${timeOf(at)}:00+08:00`;
}

/** The instant (ms, UTC) at which the town's clocks show this date and time (HH:mm). Throws on what is no date or time. */
export function instantOf(on: string, time: string): number {
	if (!isDate(on) || !isTime(time)) throw new RangeError(`Not a date and time: ${on} ${time}`);
	const shown = Date.parse(`${on}T${time}:00Z`);
	const guess = shown - offsetAt(shown);
	return shown - offsetAt(guess);
}

function offsetAt(at: number): number {
	const { on, time, seconds } = wallClock(at);
	return Date.parse(`${on}T${time}:${seconds}Z`) - Math.floor(at / 1000) * 1000;
}

/** Whether a text is a real calendar date, YYYY-MM-DD. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const [month, day] = [monthOf(text), Number(text.slice(8))];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(yearOf(text), month);
}

/** How many days a month (1 to 12) has. Arithmetic, since every village is asked of every month. */
function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a text is a time of day, HH:mm from 00:00 to 23:59. */
export function isTime(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a text is a month, YYYY-MM. */
export function isMonth(text: string): boolean {
	return isDate(`${text}-01`);
}

/** The date so many days later, or earlier when negative. */
export function addDays(on: string, days: number): string {
	return isoDate(midnightOf(on) + days * dayMs);
}

/** The date so many calendar months later (or earlier), clamped to the month's end: 31 August + 6 months = end of February. */
export function addMonths(on: string, months: number): string {
	const month = new Date(midnightOf(on));
	month.setUTCDate(1);
	month.setUTCMonth(month.getUTCMonth() + months);
	const first = isoDate(month.getTime());
	const { toOn } = monthBounds(yearOf(first), monthOf(first));
	const sameDay = `${first.slice(0, 8)}${on.slice(8)}`;
	return sameDay < toOn ? sameDay : toOn;
}

/** How many days `to` is after `from`; negative when before. */
export function daysBetween(from: string, to: string): number {
	return (midnightOf(to) - midnightOf(from)) / dayMs;
}

/** Every day that a record may be of, in whole months. */
export const always = { fromOn: '0001-01-01', toOn: '9998-12-31' };

export function yearOf(on: string): number {
	return Number(on.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(on: string): number {
	return Number(on.slice(5, 7));
}

/** 0 (Sunday) to 6 (Saturday). */
export function weekdayOf(on: string): number {
	return new Date(midnightOf(on)).getUTCDay();
}

/** First and last day of a month (1 to 12), both within it. */
export function monthBounds(year: number, month: number): { fromOn: string; toOn: string } {
	const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
	if (!isDate(`${text}-01`)) throw new RangeError(`Not a month: ${text}`);
	return { fromOn: `${text}-01`, toOn: `${text}-${daysIn(year, month)}` };
}

/** First and last day of the month that a date or a month (YYYY-MM) lies in. */
export const monthBoundsOf = (on: string): { fromOn: string; toOn: string } => monthBounds(yearOf(on), monthOf(on));

/** First and last day of a year, both within it. */
export function yearBounds(year: number): { fromOn: string; toOn: string } {
	const text = String(year).padStart(4, '0');
	return { fromOn: `${text}-01-01`, toOn: `${text}-12-31` };
}

/** Midnight UTC of a date: for arithmetic on dates alone, where no time zone plays a part. Throws on what is no date. */
function midnightOf(on: string): number {
	if (!isDate(on)) throw new RangeError(`Not a date: ${on}`);
	return Date.parse(`${on}T00:00:00Z`);
}

function isoDate(midnight: number): string {
	return new Date(midnight).toISOString().slice(0, 10);
}
