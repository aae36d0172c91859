import { addDays, dateOf } from '$lib/domain/calendar/calendar';
import type { CallOutcome, Channel, DropReason, MessageKind, MessageState } from '$lib/domain/messages/message';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { getLocale, type Locale } from '$lib/paraglide/runtime.js';
import { dayWords, spanWords } from '../calendar/when';

/** What a message is about; instants in ms, UTC. */
export interface Matter {
	kind: MessageKind;
	title: string;
	place: string;
	startsAt: number;
	endsAt: number;
	partySize: number;
	granted: number;
	contactPhone: string;
	reason: string | null;
	/** Required answers that are missing. */
	unanswered: number;
	/** The day (YYYY-MM-DD) on which it is read. */
	today: string;
}

const subjects = {
	promotion: m.messages_subject_promotion,
	change: m.messages_subject_change,
	cancellation: m.messages_subject_cancellation,
	reminder: m.messages_subject_reminder,
	'donation-due': m.donation_due_subject
} satisfies Record<MessageKind, unknown>;

/** The words of a message, for e-mail and SMS, in the recipient's language. */
export function messageWords(matter: Matter & { name: string; language: Locale }): { subject: string; text: string } {
	const { kind, title, name, language: locale } = matter;
	const day = dayFrom(matter, locale);
	return {
		subject: subjects[kind]({ title, day }, { locale }),
		text: `${m.messages_greeting({ name }, { locale })}${locale === 'en' ? ' ' : ''}${matterText(matter, locale)}`
	};
}

/** What there is to say, without a greeting; for the call list too. */
export function matterText(matter: Matter, locale: Locale = getLocale()): string {
	const { kind, title, place, startsAt, endsAt, partySize, granted, contactPhone, reason } = matter;
	const phone = formatPhone(contactPhone);
	const told = {
		title,
		place,
		phone,
		granted,
		day: dayFrom(matter, locale),
		time: spanWords(startsAt, endsAt, locale)
	};
	switch (kind) {
		case 'promotion':
			if (granted >= partySize) return m.messages_promotion(told, { locale });
			return m.messages_promotion_some({ ...told, rest: partySize - granted }, { locale });
		case 'change':
			return m.messages_change(told, { locale });
		case 'cancellation':
			return m.messages_cancellation({ ...told, reason: reason ?? '' }, { locale });
		case 'reminder':
			return m.messages_reminder(told, { locale }) + askedText(matter, locale);
		case 'donation-due':
			return m.donation_due_text(told, { locale });
	}
}

/** 今天, 明天, or the date, as seen from the day on which it is read. */
function dayFrom({ startsAt, today }: Matter, locale: Locale): string {
	const on = dateOf(startsAt);
	if (on === today) return m.messages_today({}, { locale });
	return on === addDays(today, 1) ? m.messages_tomorrow({}, { locale }) : dayWords(on, locale);
}

function askedText({ unanswered }: Matter, locale: Locale): string {
	if (unanswered === 0) return '';
	return `${locale === 'en' ? ' ' : ''}${m.messages_unanswered({ count: unanswered }, { locale })}`;
}

/** The subject of a message. */
export const messageKindWords: Record<MessageKind, () => string> = {
	promotion: m.messages_calls_kind_promotion,
	change: m.messages_calls_kind_change,
	cancellation: m.messages_calls_kind_cancellation,
	reminder: m.messages_calls_kind_reminder,
	'donation-due': m.donation_due_kind
};

export const messageStateWords: Record<MessageState, () => string> = {
	queued: m.messages_state_queued,
	sending: m.messages_state_sending,
	sent: m.messages_state_sent,
	'in-doubt': m.messages_state_in_doubt,
	call: m.messages_state_call,
	dead: m.messages_state_dead,
	called: m.messages_state_called,
	unreachable: m.messages_state_unreachable,
	dropped: m.messages_state_dropped
};

export const channelWords: Record<Channel, () => string> = {
	email: m.messages_channel_email,
	sms: m.messages_channel_sms,
	call: m.messages_channel_call
};

export const callOutcomeWords: Record<CallOutcome, () => string> = {
	reached: m.messages_calls_outcome_reached,
	'not-reached': m.messages_calls_outcome_not_reached,
	'wrong-number': m.messages_calls_outcome_wrong_number
};

const dropWords: Record<DropReason, () => string> = {
	withdrawn: m.messages_drop_withdrawn,
	'slot-begun': m.messages_drop_slot_begun,
	'event-cancelled': m.messages_drop_event_cancelled,
	'no-place': m.messages_drop_no_place,
	'slot-moved': m.messages_drop_slot_moved,
	superseded: m.messages_drop_superseded,
	'not-wanted': m.donation_due_dropped,
	left: m.messages_drop_left
};

/** Why a message was dropped, or what the other side said, in words. */
export function reasonText(reason: string): string {
	if (reason === 'unwritable') return m.messages_unwritable();
	return dropWords[reason as DropReason]?.() ?? m.messages_code({ code: reason });
}

/** What is not set up, in a sentence; null when both ways are. */
export function missingChannelText({ email, sms }: { email: boolean; sms: boolean }): string | null {
	if (email && sms) return null;
	if (!email && !sms) return m.messages_no_channel();
	return email ? m.messages_only_email() : m.messages_only_sms();
}
