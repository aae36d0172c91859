import type { CallOutcome, Channel, DropReason, MessageKind, MessageState } from '$lib/domain/messages/message';
import { m } from '$lib/paraglide/messages.js';

/** The subject of a message. */
export const messageKindWords: Record<MessageKind, () => string> = {
	promotion: m.messages_calls_kind_promotion,
	change: m.messages_calls_kind_change,
	cancellation: m.messages_calls_kind_cancellation,
	reminder: m.messages_calls_kind_reminder,
	'donation-due': m.donation_due_kind,
	confirmation: m.messages_calls_kind_confirmation
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

/** The same of a call that asks whether a sign-up is true: what it answers. */
const confirmationWords: Record<CallOutcome, () => string> = {
	reached: m.messages_calls_outcome_confirmed,
	'not-reached': m.messages_calls_outcome_not_reached,
	'wrong-number': m.messages_calls_outcome_not_true
};

/** How a call went, by what it was about. */
export const callOutcomeText = (kind: MessageKind, outcome: CallOutcome): string =>
	(kind === 'confirmation' ? confirmationWords : callOutcomeWords)[outcome]();

const dropWords: Record<DropReason, () => string> = {
	withdrawn: m.messages_drop_withdrawn,
	'slot-begun': m.messages_drop_slot_begun,
	'event-cancelled': m.messages_drop_event_cancelled,
	'no-place': m.messages_drop_no_place,
	'slot-moved': m.messages_drop_slot_moved,
	superseded: m.messages_drop_superseded,
	'not-wanted': m.donation_due_dropped,
	confirmed: m.messages_drop_confirmed,
	lapsed: m.messages_drop_lapsed,
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
