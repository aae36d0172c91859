// What a message says.
import { addDays, dateOf } from '$lib/domain/calendar/calendar';
import type { Matter } from '$lib/domain/messages/matter';
import type { MessageKind } from '$lib/domain/messages/message';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { getLocale, type Locale } from '$lib/paraglide/runtime.js';
import { dayWords, spanWords } from '../calendar/when';

const subjects = {
	promotion: m.messages_subject_promotion,
	change: m.messages_subject_change,
	cancellation: m.messages_subject_cancellation,
	reminder: m.messages_subject_reminder,
	'donation-due': m.donation_due_subject,
	confirmation: m.messages_subject_confirmation
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
	const words = {
		title,
		place,
		phone,
		granted,
		day: dayFrom(matter, locale),
		time: spanWords(startsAt, endsAt, locale)
	};
	switch (kind) {
		case 'promotion':
			if (granted >= partySize) return m.messages_promotion(words, { locale });
			return m.messages_promotion_some({ ...words, rest: partySize - granted }, { locale });
		case 'change':
			return m.messages_change(words, { locale });
		case 'cancellation':
			return m.messages_cancellation({ ...words, reason: reason ?? '' }, { locale });
		case 'reminder':
			return m.messages_reminder(words, { locale }) + askedText(matter, locale);
		case 'donation-due':
			return m.donation_due_text(words, { locale });
		case 'confirmation':
			return m.messages_confirmation(words, { locale });
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
