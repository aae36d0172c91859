// What the loudspeaker says of an event.
import { fitParts, scriptLength, sentencesOf, type Part } from '$lib/domain/events/announcement';
import { m } from '$lib/paraglide/messages.js';
import { phoneAloud } from '../calendar/read-aloud';
import { type Announced, timeWords, bare } from './announcement';

/**
 * The loudspeaker script (广播稿), at most 200 characters: greeting, what, when, where, who may come and what to bring, telephone,
 * once more (reporting.md). For a cancelled event the notice that it is off.
 */
export function scriptOf(event: Announced): string {
	const { title, place, unit, cancelledBecause } = event;
	const phone = phoneAloud(event.phone);
	const words = { title, place, unit, ...timeWords(event) };
	const call = { ways: [m.announce_script_call({ phone }), m.announce_script_phone({ phone })], weight: 9 };
	const hasTime = event.slots.length > 0;
	const greeting = { ways: [m.announce_script_greeting(), ''], weight: 7 };
	if (cancelledBecause !== null)
		return fitParts(
			[
				greeting,
				{ ways: [m.announce_script_off(words), m.announce_script_off_short(words)], weight: 9 },
				{ ways: [m.announce_script_because({ reason: bare(cancelledBecause) }), ''], weight: 6 },
				{ ways: [m.announce_script_stay_home(), ''], weight: 8 },
				{ ways: [m.announce_script_ask({ phone }), m.announce_script_phone({ phone })], weight: 5 },
				{ ways: [m.announce_script_off_again(words), ''], weight: 4 }
			],
			scriptLength
		);
	return fitParts(
		[
			greeting,
			...(event.isMoved ? [{ ways: [m.announce_script_moved(), ''], weight: 8 }] : []),
			{ ways: [m.announce_script_what(words), m.announce_script_what_short(words)], weight: 8 },
			{ ways: hasTime ? whenWays(words) : [m.announce_script_when_open()], weight: 9 },
			{ ways: [m.announce_script_where(words)], weight: 9 },
			...sentencesOf(event.description).map((sentence, nth): Part => ({
				ways: [closed(sentence), ''],
				weight: 6 - nth / 100
			})),
			call,
			{ ways: hasTime ? [m.announce_script_again(words), m.announce_script_again_short(words), ''] : [''], weight: 6.5 }
		],
		scriptLength
	);
}

const whenWays = (words: ReturnType<typeof timeWords>) => [
	m.announce_script_when(words),
	m.announce_script_when_plain(words),
	m.announce_script_when_short(words)
];

const closed = (sentence: string) =>
	/[。.！!？?；;]$/u.test(sentence) ? sentence : m.announce_script_closed({ sentence });
