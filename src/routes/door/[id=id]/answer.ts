import type { ErrorCode } from '$lib/ui/elements/error-words';

export type DoorState = 'before' | 'open' | 'over' | 'completed' | 'cancelled';

/** What an answer shows of a party. */
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
	| 'database-busy'
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
	if (errors.form === 'database-busy') return errors.form;
	if (errors.text) return errors.text === 'code-missing' ? 'code-missing' : 'slip-unknown';
	if (errors.name) return 'name-wrong';
	return errors.partySize || errors.people ? 'people-missing' : 'form-sent-already';
}
