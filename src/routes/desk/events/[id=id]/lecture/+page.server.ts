import { error, redirect } from '@sveltejs/kit';
import { lectureForm } from '$lib/forms/lectures/lecture';
import { readForm } from '$lib/server/form';
import { describeLecture, readLecture } from '$lib/server/lectures/lectures';
import { getOwnEvent, stopForeign } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { id, title, kind } = await getOwnEvent(ctx, params.id);
	if (kind !== 'lecture') error(404);
	const lecture = await readLecture(ctx, id);
	return {
		id: ctx.newId(),
		event: { id, title },
		values: {
			speaker: lecture?.speaker ?? '',
			speakerFrom: lecture?.speakerFrom ?? '',
			targetGroup: lecture?.targetGroup ?? '',
			placeKind: lecture?.placeKind ?? '',
			isNamed: lecture?.isNamed ? 'yes' : ''
		}
	};
};

const fieldOf: Record<string, string> = { 'speaker-missing': 'speaker', 'speaker-name-for-consent': 'isNamed' };

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request, lectureForm);
		if (!form.ok) return form.failure;
		const result = await describeLecture(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal), fieldOf[result.refusal]);
		redirect(303, `/desk/events/${params.id}#lecture`);
	}
};
