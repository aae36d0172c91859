import { dateOf, timeOf } from '$lib/domain/calendar/calendar';
import { errorText, type ErrorCode } from '$lib/ui/elements/error-words';
import { m } from '$lib/paraglide/messages.js';
import { momentWords } from '$lib/ui/calendar/when';
import type { Answer, AnsweredParty, AnswerKind } from './answer';

/** The answer in large words, and a smaller sentence below. */
export function answerWords({ kind, party }: Answer): Words {
	// A rule that the door did not reckon with may refuse: its code is none of the door's kinds.
	return kind in words ? words[kind](party) : { text: errorText(kind as ErrorCode) };
}

interface Words {
	text: string;
	hint?: string;
}

const nameOf = (party?: AnsweredParty) => (party ? party.name || m.door_nameless() : '');
const cameAtOf = (party?: AnsweredParty) => (party?.cameAt ? timeOf(party.cameAt) : '');

const words: Record<AnswerKind, (party?: AnsweredParty) => Words> = {
	in: (party) => {
		const rest = party ? party.granted - party.came : 0;
		return {
			text: m.door_answer_in({ name: nameOf(party), count: party?.people ?? 0 }),
			hint: rest > 0 ? m.door_answer_rest({ count: rest }) : undefined
		};
	},
	queued: (party) => ({
		text: m.door_answer_queued({ position: party?.position ?? 1 }),
		hint: m.door_answer_queued_hint()
	}),
	undone: (party) => ({ text: m.door_answer_undone({ name: nameOf(party) }) }),
	released: () => ({ text: m.door_answer_released() }),
	closed: () => ({ text: m.door_answer_closed() }),
	'already-in': (party) => ({
		text: m.door_answer_already({ time: cameAtOf(party) }),
		hint: m.door_answer_already_hint({ name: nameOf(party), count: party?.came ?? 0, time: cameAtOf(party) })
	}),
	'other-slot': (party) => ({
		text: m.door_answer_other_slot({ time: party ? shortMoment(party) : '' }),
		hint: nameOf(party)
	}),
	'other-event': (party) => ({
		text: m.door_answer_other_event(),
		hint: party && m.door_answer_other_event_hint({ title: party.title, time: momentWords(party.startsAt) })
	}),
	'still-waiting': (party) => ({ text: m.door_answer_waiting(), hint: nameOf(party) }),
	'signup-withdrawn': (party) => ({
		text: m.door_answer_withdrawn(),
		hint: m.door_answer_withdrawn_hint({ name: nameOf(party) })
	}),
	'more-than-granted': (party) => ({
		text: m.door_answer_more(),
		hint: party && m.door_answer_more_hint({ name: nameOf(party), granted: party.granted, came: party.came })
	}),
	'slot-full': () => ({ text: m.door_answer_full() }),
	'slip-unknown': () => ({ text: m.door_answer_unknown(), hint: m.door_answer_unknown_hint() }),
	'code-missing': () => ({ text: m.door_answer_code_missing() }),
	'people-missing': () => ({ text: m.door_answer_people_missing() }),
	'name-wrong': () => ({ text: m.door_answer_name_wrong() }),
	'door-not-open': () => ({ text: m.door_answer_not_open() }),
	'door-closed': () => ({ text: m.door_answer_ended() }),
	'slot-closed': () => ({ text: m.door_answer_ended() }),
	'event-cancelled': () => ({ text: m.door_answer_event_cancelled() }),
	'not-your-door': () => ({ text: m.door_answer_not_yours() }),
	'slot-not-begun': () => ({ text: m.door_answer_too_early() }),
	'party-larger-than-slot': () => ({ text: m.door_answer_larger() }),
	'one-person-each': () => ({ text: errorText('one-person-each') }),
	'has-result': () => ({ text: errorText('has-result') }),
	'database-busy': () => ({ text: errorText('database-busy') }),
	'form-sent-already': () => ({ text: m.door_answer_again() }),
	offline: () => ({ text: m.door_answer_offline(), hint: m.door_answer_offline_hint() })
};

/** The time of day; with its date where that is not the day the party came or would come. */
function shortMoment({ startsAt, cameAt }: AnsweredParty): string {
	return cameAt !== null && dateOf(cameAt) !== dateOf(startsAt) ? momentWords(startsAt) : timeOf(startsAt);
}
