// What the loudspeaker says of an event.
import { fitParts, scriptLength, sentencesOf, type Part } from '$lib/domain/events/announcement';
import { m } from '$lib/paraglide/messages.js';
import { spokenPhone } from '../calendar/spoken-time';
import { type Announced, whenSaid, bare } from './announcement';

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

type Said = ReturnType<typeof whenSaid>;
const whenWays = (said: Said) => [
	m.announce_script_when(said),
	m.announce_script_when_plain(said),
	m.announce_script_when_short(said)
];

const closed = (sentence: string) =>
	/[。.！!？?；;]$/u.test(sentence) ? sentence : m.announce_script_closed({ sentence });
