import { addDays, dateOf, instantOf } from '$lib/domain/calendar/calendar';
import type { Context } from '../../context';
import { queueDonationReminders } from '$lib/server/db/blood/donation-reminders';
import { queueReminders } from '$lib/server/db/messages/messages';
import { claimMessage, dropUntrue, settleDoubts } from '$lib/server/db/messages/outbox';
import * as marks from '$lib/server/db/messages/outbox-marks';
import { type Outbox, complain, type Found, compose } from './letter';
import { remindsFrom } from '$lib/domain/messages/message';

/** One round: settles what is in doubt, reminds of tomorrow and donors of their day, drops what became untrue, then sends all that is due. */
export async function drainOutbox(box: Outbox, isStopped: () => boolean = () => false): Promise<void> {
	const { ctx } = box;
	await settleDoubts(ctx.db, ctx.now());
	await remind(ctx);
	await dropUntrue(ctx.db, ctx.now());
	const owner = ctx.newId();
	while (!isStopped()) {
		const found = await claimMessage(ctx.db, owner, ctx.now());
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

async function deliver(box: Outbox, owner: string, found: Found): Promise<void> {
	const { ctx } = box;
	const { id, attempts } = found.message;
	const claim = () => ({ id, owner, now: ctx.now() });
	const letter = compose(box, found);
	if (letter === 'unwritable') return marks.markUnwritable(ctx.db, claim(), 'unwritable');
	const { channel } = letter;
	if (channel === 'call') return marks.markCall(ctx.db, claim());
	if (!(await marks.markSending(ctx.db, claim(), channel))) return;
	const outcome = await ctx.settings.channels[channel]!({ id, ...letter });
	switch (outcome.kind) {
		case 'sent':
			return marks.markSent(ctx.db, claim());
		case 'in-doubt':
			return marks.markInDoubt(ctx.db, claim(), outcome.reason);
		default: {
			const isFinal = outcome.kind === 'refused';
			return marks.markFailed(ctx.db, claim(), { reason: outcome.reason, isFinal, attempts: attempts + 1 });
		}
	}
}
