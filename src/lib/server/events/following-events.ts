// An act on an event and on those that follow it in its series.
import type { Context } from '../context';
import { listFollowing, type EventRecord } from '$lib/server/db/events/events';
import { auditEntry, type Act } from '$lib/server/db/write';
import type { Statements } from '../record-act';
import { type OnEvent, actOn } from './event-acts';

/** The same, on this event alone or with all that follow it in its series. */
export interface OnSeries extends OnEvent {
	following?: boolean;
}

/** Those that follow an event in its series, where the act is on them too. */
export async function findFollowing(ctx: Context, event: EventRecord, isWanted = false): Promise<EventRecord[]> {
	return isWanted ? listFollowing(ctx.db, event, ctx.now()) : [];
}

/** The same act in the trails of the other events it touches. */
export const alsoOn = (ctx: Context, act: Act, others: { id: string; unitId: string }[]): Statements =>
	others.map((event) =>
		auditEntry(
			ctx.db,
			{ actor: ctx.actor, at: ctx.now() },
			{ ...actOn(act.verb, `${act.id}:${event.id}`, event), detail: act.detail }
		)
	);
