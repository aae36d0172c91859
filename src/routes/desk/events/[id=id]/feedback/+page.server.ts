import { error } from '@sveltejs/kit';
import { decideFeedback } from '$lib/domain/lectures/lecture';
import { readFeedback } from '$lib/server/lectures/feedback';
import { getOwnEvent } from '../../get-event';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { id, title, kind, startsAt, endsAt, cancellation } = await getOwnEvent(ctx, params.id);
	if (kind !== 'lecture') error(404);
	return {
		event: { id, title },
		door: decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() }),
		retentionDays: ctx.settings.retentionDays,
		...(await readFeedback(ctx, id))
	};
};
