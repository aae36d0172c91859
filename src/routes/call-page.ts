import { type RequestEvent } from '@sveltejs/kit';
import { callForm, undoCallForm } from '$lib/forms/messages/message';
import { act } from '$lib/server/act';
import { readCallList } from '$lib/server/messages/call-list';
import { recordCall } from '$lib/server/messages/calls';
import { undoCall } from '$lib/server/messages/calls';
import { whichChannels } from '$lib/server/messages/outbox/set-up';

type Request = Pick<RequestEvent, 'locals' | 'request' | 'url'>;

/** The call list, the same for the desk and for volunteers. */
export async function loadCalls({ locals, url }: Pick<Request, 'locals' | 'url'>) {
	return {
		...(await readCallList(locals.context)),
		done: url.searchParams.get('done'),
		channels: whichChannels(locals.context.settings.channels)
	};
}

/** Ticking a call off and taking the tick back. */
export const callActions = {
	record: act(callForm, recordCall, { to: ({ url }) => `${url.pathname}?done=ticked` }),
	undo: act(undoCallForm, undoCall, { to: ({ url }) => `${url.pathname}?done=undone` })
};
