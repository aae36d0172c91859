// A message as it is sent: the way it goes, to whom, and its words.
import { dateOf } from '$lib/domain/calendar/calendar';
import type { Matter } from '$lib/domain/messages/matter';
import { chooseChannel } from '$lib/domain/messages/message';
import { isMobile } from '$lib/domain/people/phone';
import type { Context } from '../../context';
import type { findMessage } from '$lib/server/db/messages/outbox';
import type { Letter } from '$lib/domain/messages/channel';

/** A message with its sign-up and event. */
export type Found = NonNullable<Awaited<ReturnType<typeof findMessage>>>;

/** What a message is about, and to whom it goes in which language. */
interface AddressedMatter extends Matter {
	language: 'zh-CN' | 'en';
	name: string;
}

/** What the outbox works with. */
export interface Outbox {
	/** The system's context; its town's settings say which ways out there are. */
	ctx: Context;
	/** The words of a message, in the sign-up's language. */
	words(matter: AddressedMatter): Pick<Letter, 'subject' | 'text'>;
}

/**
 * The channel, the recipient and the words. Of a sign-up that cannot be opened nothing can be written, now or later.
 */
export function compose({ ctx, words }: Outbox, found: Found) {
	const { channels } = ctx.settings;
	try {
		const { email, phone } = reachOf(ctx, found);
		const channel = chooseChannel(
			{ hasEmail: email !== null, hasMobile: phone !== null && isMobile(phone) },
			{ email: channels.email !== null, sms: channels.sms !== null }
		);
		return { channel, to: (channel === 'email' ? email : phone) ?? '', ...words(matterOf(ctx, found)) };
	} catch (error) {
		complain(found.message.id, error);
		return 'unwritable';
	}
}

function reachOf({ keys }: Context, { signup: { id, emailSealed, phoneSealed } }: Found) {
	return {
		email: emailSealed && keys.open(emailSealed, 'signups.email', id),
		phone: phoneSealed && keys.open(phoneSealed, 'signups.phone', id)
	};
}

function matterOf(
	{ keys, now }: Context,
	{ message, signup, slot, event, reason, unanswered }: Found
): AddressedMatter {
	return {
		kind: message.kind,
		language: signup.language,
		reason,
		unanswered,
		today: dateOf(now()),
		name: keys.open(signup.nameSealed, 'signups.name', signup.id),
		title: event.title,
		place: event.place,
		startsAt: slot.startsAt,
		endsAt: slot.endsAt,
		partySize: signup.partySize,
		granted: signup.granted,
		contactPhone: event.contactPhone
	};
}

/** A fault of one message must not hold up the others; of the fault only its kind is logged, its text may be personal. */
export function complain(id: string, error: unknown): void {
	console.error(`message ${id}: ${error instanceof Error ? error.name : 'fault'}`);
}
