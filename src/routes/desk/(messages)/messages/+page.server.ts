import { messageStates, type MessageState } from '$lib/domain/messages/message';
import { resolveForm } from '$lib/forms/messages/message';
import { act } from '$lib/server/act';
import { countMessages, listMessages } from '$lib/server/db/messages/message-list';
import { readCursor, writeRowKey } from '$lib/server/page-links';
import { resolveMessage } from '$lib/server/messages/messages';
import { whichChannels } from '$lib/server/messages/outbox/set-up';
import { scopeOf } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

/** Messages that wait for a cadre's decision come first; the other states are named when there are any. */
const always: readonly MessageState[] = ['in-doubt', 'dead', 'queued', 'sent'];
const order = ['in-doubt', 'dead', 'call', 'queued', 'sending', 'sent', 'called', 'unreachable', 'dropped'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const counts = await countMessages(ctx.db, scope);
	const state = readState(url) ?? order.find((one) => counts[one]) ?? 'queued';
	const { rows, hasAbove, hasBelow } = await listMessages(
		ctx.db,
		scope,
		state,
		readCursor(url.searchParams, 'message')
	);
	const last = rows.at(-1);
	return {
		state,
		states: order
			.map((one) => ({ state: one, count: counts[one] ?? 0 }))
			.filter((one) => one.count > 0 || one.state === state || always.includes(one.state)),
		messages: rows.map((row) => ({ ...row, actId: ctx.newId() })),
		older:
			hasBelow && last
				? `?${new URLSearchParams({ state, before: writeRowKey({ key: last.at, id: last.id }) })}`
				: null,
		newer: hasAbove ? `?state=${state}` : null,
		channels: whichChannels(locals.context.settings.channels),
		isDecided: url.searchParams.has('decided')
	};
};

export const actions: Actions = {
	default: act(resolveForm, resolveMessage, { to: '/desk/messages?decided' })
};

function readState(url: URL): MessageState | undefined {
	return messageStates.find((state) => state === url.searchParams.get('state'));
}
