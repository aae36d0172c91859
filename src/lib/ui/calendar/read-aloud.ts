import { digitGroups } from '$lib/domain/events/announcement';
import { addDays, dateOf, timeOf } from '$lib/domain/calendar/calendar';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { dateFormat } from '../formatters';
import { night } from './when';

const dayFormat = dateFormat({ month: 'long', day: 'numeric' });
const weekdayFormat = dateFormat({ weekday: 'long' });

/** A date as it is read out, without the year: 11月28日 / 28 November. In: YYYY-MM-DD. */
export const dayAloud = (on: string) => dayFormat(on, dateLocale());

/** The day of the week: 星期六 / Saturday. In: YYYY-MM-DD. */
export const weekdayName = (on: string) => weekdayFormat(on, dateLocale());

/** From when to when, as it is read out: 上午9点半到11点. Ends on another day: that day too. In: ms, UTC. */
export function spanAloud(startsAt: number, endsAt: number): string {
	const from = timeAloud(startsAt);
	if (dateOf(startsAt) !== dateOf(endsAt)) return m.announce_time_span({ from, to: laterAloud(startsAt, endsAt) });
	const isOnePart = partOfDay(timeOf(startsAt)) === partOfDay(timeOf(endsAt));
	return m.announce_time_span({ from, to: isOnePart ? clock(timeOf(endsAt)) : timeAloud(endsAt) });
}

/** The end of a span on a later day. */
function laterAloud(startsAt: number, endsAt: number): string {
	const [endsOn, time] = [dateOf(endsAt), timeAloud(endsAt)];
	if (endsOn === addDays(dateOf(startsAt), 1) && timeOf(endsAt) === '00:00') return m.announce_midnight();
	return endsAt - startsAt <= night ? m.announce_next_day({ time }) : `${dayAloud(endsOn)}${time}`;
}

/** A time of day as it is read out: 下午2点半. In: ms, UTC. */
export function timeAloud(at: number): string {
	return partOfDay(timeOf(at))({ clock: clock(timeOf(at)) });
}

/** A telephone number digit by digit, in groups, as it is read out: 零二三，七幺二三，四五六七. In: normalised. */
export function phoneAloud(phone: string): string {
	const digits = m.announce_digits().split(' ');
	const groups = digitGroups(formatPhone(phone)).map((group) =>
		[...group].map((digit) => digits[Number(digit)] ?? digit)
	);
	return groups.map((group) => group.join(m.announce_digit_gap())).join(m.announce_group_gap());
}

function partOfDay(time: string) {
	if (time < '06:00') return m.announce_night;
	if (time < '12:00') return m.announce_morning;
	if (time < '13:00') return m.announce_noon;
	return time < '18:00' ? m.announce_afternoon : m.announce_evening;
}

function clock(time: string): string {
	const [hours, minute] = time.split(':') as [string, string];
	const hour = Number(hours) > 12 ? Number(hours) - 12 : Number(hours);
	if (minute === '00') return m.announce_clock_full({ hour });
	return minute === '30' ? m.announce_clock_half({ hour }) : m.announce_clock({ hour, minute });
}

/** English dates are written as in Britain. */
const dateLocale = () => (getLocale() === 'en' ? 'en-GB' : getLocale());
