import { fitParts, messageLength } from '$lib/domain/events/announcement';
import { daysOfEvent } from '$lib/domain/events/event-days';
import { dateOf } from '$lib/domain/calendar/calendar';
import type { LunarDate } from '$lib/domain/calendar/lunar-date';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { lunarWords } from '../calendar/lunar-words';
import { dayAloud, spanAloud, timeAloud, weekdayName } from '../calendar/read-aloud';

/** What is to be announced. Instants in ms, UTC; `phone` normalised. */
export interface Announced {
	title: string;
	place: string;
	description: string;
	phone: string;
	/** The unit's name. */
	unit: string;
	slots: readonly { startsAt: number; endsAt: number }[];
	/** Of the first day; null without slots. */
	lunar: LunarDate | null;
	/** The short address. */
	address: string;
	/** Time or place differ from what was announced before. */
	isMoved: boolean;
	/** Why it was called off; null when it was not. */
	cancelledBecause: string | null;
}

/** Days whose times are said one by one. */
const mostDays = 3;

/** The text for SMS and WeChat, at most 140 characters, with the short address; for a cancelled event that it is off. */
export function messageOf(event: Announced): string {
	const { title, place, unit, address, cancelledBecause } = event;
	const words = { title, place, unit, address, phone: formatPhone(event.phone), ...timeWords(event) };
	const sender = { ways: [m.announce_message_sender(words), ''], weight: 3 };
	const phone = { ways: [m.announce_message_phone(words), ''], weight: 5 };
	if (cancelledBecause !== null)
		return fitParts(
			[
				sender,
				{ ways: [m.announce_script_off(words), m.announce_script_off_short(words)], weight: 9 },
				{ ways: [m.announce_script_because({ reason: bare(cancelledBecause) }), ''], weight: 6 },
				{ ways: [m.announce_script_stay_home(), ''], weight: 7 },
				phone
			],
			messageLength
		);
	return fitParts(
		[
			sender,
			{ ways: [m.announce_message_what(words)], weight: 9 },
			{
				ways: event.slots.length
					? [m.announce_message_when(words), m.announce_message_when_short(words), '']
					: [m.announce_script_when_open(), ''],
				weight: 7
			},
			{ ways: [m.announce_message_where(words), ''], weight: 8 },
			{ ways: [m.announce_message_address(words)], weight: 9 },
			phone
		],
		messageLength
	);
}

/** When it is, in the pieces that the sentences are made of. */
export function timeWords({ slots, lunar }: Announced) {
	const [first, ...later] = daysOfEvent(slots);
	if (!first) return { day: '', weekday: '', lunar: '', time: '', start: '' };
	const on = dateOf(first.startsAt);
	return {
		day: dayAloud(on),
		weekday: weekdayName(on),
		lunar: lunar ? lunarWords(lunar) : '',
		time: laterAloud(timesAloud(first), later),
		start: timeAloud(first.startsAt)
	};
}

type Day = ReturnType<typeof daysOfEvent>[number];

/** The times of a day, as one span with how many slots it has. */
function timesAloud({ startsAt, endsAt, slots }: Day): string {
	const span = spanAloud(startsAt, endsAt);
	return slots.length > 1 ? m.announce_time_slots({ span, count: slots.length }) : span;
}

/** The times of the first day with those of later days; of many days only how many they are. */
function laterAloud(first: string, later: readonly Day[]): string {
	if (later.length > mostDays - 1) return m.announce_time_days({ first, count: later.length });
	const others = later.map((day) => `${dayAloud(dateOf(day.startsAt))}${timesAloud(day)}`);
	return others.reduce((said, next) => m.announce_time_then({ first: said, next }), first);
}

/** A sentence without its full stop. */
export const bare = (sentence: string) => sentence.trim().replace(/(?<![。.！!；;，,])[。.！!；;，,]+$/u, '');
