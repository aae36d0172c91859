import { dateOf, timeOf } from '$lib/domain/calendar/calendar';
import { errorText, type ErrorCode } from '$lib/ui/elements/error-words';
import { m } from '$lib/paraglide/messages.js';
import { momentWords } from '$lib/ui/calendar/when';

export type DoorState = 'before' | 'open' | 'over' | 'completed' | 'cancelled';

/** What an answer tells of a party. */
export interface AnsweredParty {
	name: string;
	title: string;
	eventId: string;
	slotId: string;
	startsAt: number;
	granted: number;
	came: number;
	cameAt: number | null;
	/** People who came in just now. */
	people?: number;
	position?: number | null;
}

const answered = ['in', 'queued', 'undone', 'released', 'closed'] as const;
type Refused =
	| 'already-in'
	| 'other-slot'
	| 'other-event'
	| 'still-waiting'
	| 'signup-withdrawn'
	| 'more-than-granted'
	| 'slot-full'
	| 'slip-unknown'
	| 'code-missing'
	| 'people-missing'
	| 'name-wrong'
	| 'door-not-open'
	| 'door-closed'
	| 'event-cancelled'
	| 'not-your-door'
	| 'slot-not-begun'
	| 'slot-closed'
	| 'party-larger-than-slot'
	| 'one-person-each'
	| 'has-result'
	| 'form-sent-already'
	| 'offline';
export type AnswerKind = (typeof answered)[number] | Refused;

/** What the door says after an act; the party where there is one. */
export interface Answer {
	kind: AnswerKind;
	/** Tells one answer from the next that reads the same. */
	key: string;
	party?: AnsweredParty;
}

/** Good, used already, or not to be let in: said in words, by sign and by sound. */
export type Tone = 'good' | 'already' | 'wrong';

export const toneOf = (kind: AnswerKind): Tone =>
	(answered as readonly string[]).includes(kind) && kind !== 'queued'
		? 'good'
		: kind === 'already-in'
			? 'already'
			: 'wrong';

/** What a form was sent wrong, as the door says it. */
export function wrongInput(errors: Partial<Record<string, ErrorCode>>): AnswerKind {
	if (errors.text) return errors.text === 'code-missing' ? 'code-missing' : 'slip-unknown';
	if (errors.name) return 'name-wrong';
	return errors.partySize || errors.people ? 'people-missing' : 'form-sent-already';
}

/** The answer in large words, and a smaller sentence below. */
export function answerWords({ kind, party }: Answer): { text: string; hint?: string } {
	const name = party ? party.name || m.door_nameless() : '';
	const time = party ? shortMoment(party) : '';
	const cameAt = party?.cameAt ? timeOf(party.cameAt) : '';
	switch (kind) {
		case 'in': {
			const rest = party ? party.granted - party.came : 0;
			return {
				text: m.door_answer_in({ name, count: party?.people ?? 0 }),
				hint: rest > 0 ? m.door_answer_rest({ count: rest }) : undefined
			};
		}
		case 'queued':
			return {
				text: m.door_answer_queued({ position: party?.position ?? 1 }),
				hint: m.door_answer_queued_hint()
			};
		case 'undone':
			return { text: m.door_answer_undone({ name }) };
		case 'released':
			return { text: m.door_answer_released() };
		case 'closed':
			return { text: m.door_answer_closed() };
		case 'already-in':
			return {
				text: m.door_answer_already({ time: cameAt }),
				hint: m.door_answer_already_hint({ name, count: party?.came ?? 0, time: cameAt })
			};
		case 'other-slot':
			return { text: m.door_answer_other_slot({ time }), hint: name };
		case 'other-event':
			return {
				text: m.door_answer_other_event(),
				hint: party && m.door_answer_other_event_hint({ title: party.title, time: momentWords(party.startsAt) })
			};
		case 'still-waiting':
			return { text: m.door_answer_waiting(), hint: name };
		case 'signup-withdrawn':
			return { text: m.door_answer_withdrawn(), hint: m.door_answer_withdrawn_hint({ name }) };
		case 'more-than-granted':
			return {
				text: m.door_answer_more(),
				hint: party && m.door_answer_more_hint({ name, granted: party.granted, came: party.came })
			};
		case 'slot-full':
			return { text: m.door_answer_full() };
		case 'slip-unknown':
			return { text: m.door_answer_unknown(), hint: m.door_answer_unknown_hint() };
		case 'code-missing':
			return { text: m.door_answer_code_missing() };
		case 'people-missing':
			return { text: m.door_answer_people_missing() };
		case 'name-wrong':
			return { text: m.door_answer_name_wrong() };
		case 'door-not-open':
			return { text: m.door_answer_not_open() };
		case 'door-closed':
		case 'slot-closed':
			return { text: m.door_answer_ended() };
		case 'event-cancelled':
			return { text: m.door_answer_event_cancelled() };
		case 'not-your-door':
			return { text: m.door_answer_not_yours() };
		case 'slot-not-begun':
			return { text: m.door_answer_too_early() };
		case 'party-larger-than-slot':
			return { text: m.door_answer_larger() };
		case 'one-person-each':
		case 'has-result':
			return { text: errorText(kind) };
		case 'form-sent-already':
			return { text: m.door_answer_again() };
		case 'offline':
			return { text: m.door_answer_offline(), hint: m.door_answer_offline_hint() };
		default:
			// A rule that the door did not reckon with refused.
			return { text: errorText(kind) };
	}
}

/** The time of day; with its date where that is not the day the party came or would come. */
function shortMoment({ startsAt, cameAt }: AnsweredParty): string {
	return cameAt !== null && dateOf(cameAt) !== dateOf(startsAt) ? momentWords(startsAt) : timeOf(startsAt);
}
