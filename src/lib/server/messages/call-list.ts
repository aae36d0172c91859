import { dateOf } from '$lib/domain/calendar/calendar';
import { undoMs } from '$lib/domain/messages/message';
import type { Context } from '../context';
import { countCalls, listCalls, listOwnTicks, type CallScope } from '$lib/server/db/messages/call-list';

/** The actor's call list, with names and numbers in full, since they are to ring; and their last ticks. */
export async function readCallList(ctx: Context) {
	const now = ctx.now();
	const { actor, keys } = ctx;
	const byId = actor.kind === 'account' ? actor.accountId : '';
	const [{ rows, all }, ticks] = await Promise.all([
		listCalls(ctx.db, callScope(ctx), now),
		listOwnTicks(ctx.db, byId, now - undoMs)
	]);
	return {
		all,
		calls: rows.map(({ signup, helper, slot, event, village, reason, unanswered, id, kind, state, tries, nextAt }) => ({
			id,
			kind,
			tries,
			village,
			actId: ctx.newId(),
			isDead: state === 'dead',
			isLater: nextAt > now,
			nextAt,
			name: readable(keys, signup.nameSealed, 'signups.name', signup.id),
			phone: readable(keys, signup.phoneSealed, 'signups.phone', signup.id),
			helper: helper?.phoneSealed
				? {
						name: readable(keys, helper.nameSealed, 'helpers.name', signup.id),
						phone: readable(keys, helper.phoneSealed, 'helpers.phone', signup.id)
					}
				: null,
			matter: {
				kind,
				reason,
				unanswered,
				today: dateOf(now),
				...slot,
				partySize: signup.partySize,
				granted: signup.granted,
				title: event.title,
				place: event.place,
				contactPhone: event.contactPhone
			}
		})),
		ticks: ticks.map(({ id, outcome, signup, title }) => ({
			id,
			outcome,
			title,
			actId: ctx.newId(),
			name: readable(keys, signup.nameSealed, 'signups.name', signup.id)
		}))
	};
}

/**
 * A personal field in clear; null where there is none or it cannot be opened. One damaged row must not close the list.
 */
function readable(keys: Context['keys'], sealed: string | null, field: string, id: string): string | null {
	if (!sealed) return null;
	try {
		return keys.open(sealed, field, id);
	} catch {
		return null;
	}
}

/** How many calls the actor's call list holds. */
export function countOwnCalls(ctx: Context): Promise<number> {
	return countCalls(ctx.db, callScope(ctx), ctx.now());
}

/** The calls that the account may make. */
export function callScope({ actor }: Context): CallScope {
	if (actor.kind !== 'account') throw new Error('only an account has a call list');
	return { unitId: actor.unitId, isVolunteer: actor.role === 'volunteer' };
}
