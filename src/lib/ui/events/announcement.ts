import { fitParts, messageLength, scriptLength, sentencesOf, type Part } from '$lib/domain/events/announcement';
import { dateOf } from '$lib/domain/calendar/calendar';
import type { LunarDate } from '$lib/domain/calendar/lunar-date';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { lunarWords } from '../calendar/lunar-words';
import { spokenDay, spokenPhone, spokenSpan, spokenTime, spokenWeekday } from '../calendar/spoken-time';

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

/**
 * The loudspeaker script (广播稿), at most 200 characters: greeting, what, when, where, who may come and what to bring, telephone,
 * once more (reporting.md). For a cancelled event the notice that it is off.
 */
export function scriptOf(event: Announced): string {
	const { title, place, unit, cancelledBecause } = event;
	const phone = spokenPhone(event.phone);
	const said = { title, place, unit, ...whenSaid(event) };
	const call = { ways: [m.announce_script_call({ phone }), m.announce_script_phone({ phone })], weight: 9 };
	const hasTime = event.slots.length > 0;
	const greeting = { ways: [m.announce_script_greeting(), ''], weight: 7 };
	if (cancelledBecause !== null)
		return fitParts(
			[
				greeting,
				{ ways: [m.announce_script_off(said), m.announce_script_off_short(said)], weight: 9 },
				{ ways: [m.announce_script_because({ reason: bare(cancelledBecause) }), ''], weight: 6 },
				{ ways: [m.announce_script_stay_home(), ''], weight: 8 },
				{ ways: [m.announce_script_ask({ phone }), m.announce_script_phone({ phone })], weight: 5 },
				{ ways: [m.announce_script_off_again(said), ''], weight: 4 }
			],
			scriptLength
		);
	return fitParts(
		[
			greeting,
			...(event.isMoved ? [{ ways: [m.announce_script_moved(), ''], weight: 8 }] : []),
			{ ways: [m.announce_script_what(said), m.announce_script_what_short(said)], weight: 8 },
			{ ways: hasTime ? whenWays(said) : [m.announce_script_when_open()], weight: 9 },
			{ ways: [m.announce_script_where(said)], weight: 9 },
			...sentencesOf(event.description).map((sentence, nth): Part => ({
				ways: [closed(sentence), ''],
				weight: 6 - nth / 100
			})),
			call,
			{ ways: hasTime ? [m.announce_script_again(said), m.announce_script_again_short(said), ''] : [''], weight: 6.5 }
		],
		scriptLength
	);
}

/** The text for SMS and WeChat, at most 140 characters, with the short address; for a cancelled event that it is off. */
export function messageOf(event: Announced): string {
	const { title, place, unit, address, cancelledBecause } = event;
	const said = { title, place, unit, address, phone: formatPhone(event.phone), ...whenSaid(event) };
	const sender = { ways: [m.announce_message_sender(said), ''], weight: 3 };
	const phone = { ways: [m.announce_message_phone(said), ''], weight: 5 };
	if (cancelledBecause !== null)
		return fitParts(
			[
				sender,
				{ ways: [m.announce_script_off(said), m.announce_script_off_short(said)], weight: 9 },
				{ ways: [m.announce_script_because({ reason: bare(cancelledBecause) }), ''], weight: 6 },
				{ ways: [m.announce_script_stay_home(), ''], weight: 7 },
				phone
			],
			messageLength
		);
	return fitParts(
		[
			sender,
			{ ways: [m.announce_message_what(said)], weight: 9 },
			{
				ways: event.slots.length
					? [m.announce_message_when(said), m.announce_message_when_short(said), '']
					: [m.announce_script_when_open(), ''],
				weight: 7
			},
			{ ways: [m.announce_message_where(said), ''], weight: 8 },
			{ ways: [m.announce_message_address(said)], weight: 9 },
			phone
		],
		messageLength
	);
}

type Said = ReturnType<typeof whenSaid>;
const whenWays = (said: Said) => [
	m.announce_script_when(said),
	m.announce_script_when_plain(said),
	m.announce_script_when_short(said)
];

/** When it is, in the pieces that the sentences are made of. */
function whenSaid({ slots, lunar }: Announced) {
	const first = slots[0];
	if (!first) return { day: '', weekday: '', lunar: '', time: '', start: '' };
	const on = dateOf(first.startsAt);
	const endsAt = Math.max(...slots.map((slot) => slot.endsAt));
	const span = spokenSpan(first.startsAt, endsAt);
	return {
		day: spokenDay(on),
		weekday: spokenWeekday(on),
		lunar: lunar ? lunarWords(lunar) : '',
		time: slots.length > 1 ? m.announce_time_slots({ span, count: slots.length }) : span,
		start: spokenTime(first.startsAt)
	};
}

const bare = (sentence: string) => sentence.trim().replace(/[。.！!；;，,]+$/u, '');

const closed = (sentence: string) =>
	/[。.！!？?；;]$/u.test(sentence) ? sentence : m.announce_script_closed({ sentence });
