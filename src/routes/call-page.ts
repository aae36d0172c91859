import { redirect, type RequestEvent } from '@sveltejs/kit';
import { callForm, undoCallForm } from '$lib/forms/messages/message';
import { readCallList, recordCall, undoCall } from '$lib/server/messages/call-list';
import { readForm } from '$lib/server/form';
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
	record: async ({ locals, request, url }: Request) => {
		const form = await readForm(request, callForm);
		if (!form.ok) return form.failure;
		const result = await recordCall(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `${url.pathname}?done=ticked`);
	},
	undo: async ({ locals, request, url }: Request) => {
		const form = await readForm(request, undoCallForm);
		if (!form.ok) return form.failure;
		const result = await undoCall(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `${url.pathname}?done=undone`);
	}
};
