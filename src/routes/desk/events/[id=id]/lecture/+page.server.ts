import { error } from '@sveltejs/kit';
import { lectureForm } from '$lib/forms/lectures/lecture';
import { act } from '$lib/server/act';
import { describeLecture, readLecture } from '$lib/server/lectures/lectures';
import { getOwnEvent } from '../../get-event';
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
	default: act(lectureForm, (ctx, data, { params }) => describeLecture(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		to: ({ params }) => `/desk/events/${params.id}#lecture`
	})
};
