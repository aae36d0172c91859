import { readAnnounced } from '../announced';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { event, announced } = await readAnnounced(ctx, { id: params.id, origin: url.origin });
	const { id, title, number, publication, cancellation, startsAt } = event;
	return {
		event: { id, title, number },
		announced,
		host: url.host,
		feed: `${url.origin}/api/v1/events.ics`,
		isDraft: publication === null,
		isCancelled: cancellation !== null,
		isLecture: event.kind === 'lecture',
		hasBegun: startsAt !== null && startsAt <= ctx.now()
	};
};
