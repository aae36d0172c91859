import type { MessageKind } from './message';

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
	/** Why the event was cancelled; null: it was not. */
	reason: string | null;
	/** Required answers that are missing. */
	unanswered: number;
	/** The day (YYYY-MM-DD) on which it is read. */
	today: string;
}
