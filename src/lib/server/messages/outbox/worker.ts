import { addDays, dateOf, instantOf } from '$lib/domain/calendar/calendar';
import { chooseChannel, remindsFrom, type MessageKind } from '$lib/domain/messages/message';
import { isMobile } from '$lib/domain/people/phone';
import type { Context } from '../../context';
import { queueDonationReminders } from '$lib/server/db/blood/donation-reminders';
import { queueReminders } from '$lib/server/db/messages/messages';
import * as outbox from '$lib/server/db/messages/outbox';
import type { Channels, Letter } from '$lib/domain/messages/channel';

type Found = NonNullable<Awaited<ReturnType<typeof outbox.findMessage>>>;

/** What the words of a message are made of; instants in ms, UTC. */
export interface Told {
	kind: MessageKind;
	language: 'zh-CN' | 'en';
	name: string;
	title: string;
	place: string;
	startsAt: number;
	endsAt: number;
	partySize: number;
	granted: number;
	contactPhone: string;
	/** Why the event was cancelled; null: it was not. */
	reason: string | null;
	/** Required answers that are missing. */
	unanswered: number;
	/** The day (YYYY-MM-DD) on which it is read. */
	today: string;
}

export interface Outbox {
	ctx: Context;
	channels: Channels;
	/** The words of a message, in the sign-up's language. */
	words(told: Told): Pick<Letter, 'subject' | 'text'>;
}

/** One round: settles what is in doubt, reminds of tomorrow and donors of their day, drops what became untrue, then sends all that is due. */
export async function drainOutbox(box: Outbox, isStopped: () => boolean = () => false): Promise<void> {
	const { ctx } = box;
	await outbox.settleDoubts(ctx.db, ctx.now());
	await remind(ctx);
	await outbox.dropUntrue(ctx.db, ctx.now());
	const owner = ctx.newId();
	while (!isStopped()) {
		const found = await outbox.claimMessage(ctx.db, owner, ctx.now());
		if (!found) return;
		await deliver(box, owner, found).catch((error) => complain(found.message.id, error));
	}
}

async function remind({ db, now }: Context): Promise<void> {
	const at = now();
	const today = dateOf(at);
	if (at < instantOf(today, remindsFrom)) return;
	await queueReminders(db, {
		from: instantOf(addDays(today, 1), '00:00'),
		to: instantOf(addDays(today, 2), '00:00'),
		at
	});
	await queueDonationReminders(db, { today, at });
}

async function deliver({ ctx, channels, words }: Outbox, owner: string, found: Found): Promise<void> {
	const { id, attempts } = found.message;
	const claim = () => ({ id, owner, now: ctx.now() });
	const letter = compose({ ctx, channels, words }, found);
	if (letter === 'unwritable') return outbox.markUnwritable(ctx.db, claim(), 'unwritable');
	const { channel } = letter;
	if (channel === 'call') return outbox.markCall(ctx.db, claim());
	if (!(await outbox.markSending(ctx.db, claim(), channel))) return;
	const outcome = await channels[channel]!({ id, ...letter });
	switch (outcome.kind) {
		case 'sent':
			return outbox.markSent(ctx.db, claim());
		case 'in-doubt':
			return outbox.markInDoubt(ctx.db, claim(), outcome.reason);
		default: {
			const isFinal = outcome.kind === 'refused';
			return outbox.markFailed(ctx.db, claim(), { reason: outcome.reason, isFinal, attempts: attempts + 1 });
		}
	}
}

/**
 * The channel, the recipient and the words. Of a sign-up that cannot be opened nothing can be written, now or later.
 */
function compose({ ctx, channels, words }: Outbox, found: Found) {
	try {
		const { email, phone } = reachOf(ctx, found);
		const channel = chooseChannel(
			{ hasEmail: email !== null, hasMobile: phone !== null && isMobile(phone) },
			{ email: channels.email !== null, sms: channels.sms !== null }
		);
		return { channel, to: (channel === 'email' ? email : phone) ?? '', ...words(toldBy(ctx, found)) };
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

/** What the words of a message are made of. */
function toldBy({ keys, now }: Context, { message, signup, slot, event, reason, unanswered }: Found): Told {
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
function complain(id: string, error: unknown): void {
	console.error(`message ${id}: ${error instanceof Error ? error.name : 'fault'}`);
}
