/**
 * What a message tells a person who signed up; `donation-due`: that they may give blood again; `confirmation`: a call that asks whether the
 * sign-up is true.
 */
export const messageKinds = [
	'promotion',
	'change',
	'cancellation',
	'reminder',
	'donation-due',
	'confirmation'
] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * Queued: to be sent. Sending: handed to the network, outcome unknown. Sent: the other side took it. In doubt: the
 * process died while sending, so the outcome is unknown and the message is never sent again by itself. Call: on the
 * call list, because there is no other way. Dead: could not be sent, on the call list too. Called: told by telephone
 * or in person. Unreachable: the number is wrong. Dropped: it had become untrue.
 */
export const messageStates = [
	'queued',
	'sending',
	'sent',
	'in-doubt',
	'call',
	'dead',
	'called',
	'unreachable',
	'dropped'
] as const;
export type MessageState = (typeof messageStates)[number];

/** The states in which a volunteer has to ring up. */
export const callStates = ['call', 'dead'] as const satisfies MessageState[];

export const channels = ['email', 'sms', 'call'] as const;
export type Channel = (typeof channels)[number];

/** Why a message was dropped; `not-wanted`: the person took the reminder back; `confirmed`, `lapsed`: the sign-up was confirmed, or not in time; `left`: a cadre decided so. */
export const dropReasons = [
	'withdrawn',
	'slot-begun',
	'event-cancelled',
	'no-place',
	'slot-moved',
	'superseded',
	'not-wanted',
	'confirmed',
	'lapsed',
	'left'
] as const;
export type DropReason = (typeof dropReasons)[number];

export const callOutcomes = ['reached', 'not-reached', 'wrong-number'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const minute = 60_000;

/** How long a claim on a message holds, in ms: longer than any sending takes. */
export const leaseMs = minute;

/** How long after a tick on the call list it can be taken back, in ms. */
export const undoMs = 15 * minute;

/** How long after a call that was not answered it is due again, in ms. */
export const callAgainMs = 60 * minute;

/** From this time of the town's day on people are reminded of tomorrow. */
export const remindsFrom = '09:00';

const pauses = [1, 5, 30, 120, 360].map((minutes) => minutes * minute);

/** How long to wait after the `attempts`-th failure, in ms; null when it was the last attempt. */
export function pauseAfter(attempts: number): number | null {
	return pauses[attempts - 1] ?? null;
}

/**
 * The way a message goes: by e-mail where there is an address, else by SMS to a mobile, else by a volunteer who rings
 * up.
 */
export function chooseChannel(
	reach: { hasEmail: boolean; hasMobile: boolean },
	isSetUp: { email: boolean; sms: boolean }
): Channel {
	if (reach.hasEmail && isSetUp.email) return 'email';
	return reach.hasMobile && isSetUp.sms ? 'sms' : 'call';
}

/** What a cadre decides about a message that is dead or in doubt. */
export const resolutions = ['send-again', 'call', 'leave'] as const;
export type Resolution = (typeof resolutions)[number];
