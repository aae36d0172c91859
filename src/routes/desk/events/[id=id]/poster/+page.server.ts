import { redirect } from '@sveltejs/kit';
import { eventKindWords } from '$lib/ui/events/event-words';
import { readAnnounced } from '../announced';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { event, announced } = await readAnnounced(locals.context, { id: params.id, origin: url.origin });
	const { id, title, kind, partner, publication, cancellation } = event;
	if (cancellation) redirect(303, `/desk/events/${id}/kit`);
	return {
		event: { id, title },
		announced,
		kind: eventKindWords[kind](),
		partner,
		shortAddress: announced.address.replace(/^https?:\/\//, ''),
		isDraft: publication === null
	};
};
