import { decideFeedback, faces, publicFeedbackFrom, publicSpeaker } from '$lib/domain/lectures/lecture';
import { suppress } from '$lib/domain/figures/small-numbers';
import type { Context } from '../context';
import { listEventFiles } from '$lib/server/db/events/event-files';
import type { EventRecord } from '$lib/server/db/events/events';
import { countFeedback } from '$lib/server/db/lectures/lectures';
import { readLecture } from './lectures';

/**
 * What the public may know of a lecture beside the event itself: the speaker by name only with leave, whom it is for,
 * whether feedback is taken, and the feedback once three have given it, small numbers withheld. Null for an event of
 * another kind.
 */
export async function readPublicLecture(ctx: Context, event: EventRecord) {
	if (event.kind !== 'lecture') return null;
	const [lecture, feedback] = await Promise.all([readLecture(ctx, event.id), readPublicFeedback(ctx, event.id)]);
	const { startsAt, endsAt, cancellation } = event;
	return {
		door: decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() }),
		faces: feedback,
		speaker: lecture
			? publicSpeaker({ name: lecture.speaker, from: lecture.speakerFrom, isNamed: lecture.isNamed })
			: '',
		targetGroup: lecture?.targetGroup ?? null,
		placeKind: lecture?.placeKind ?? null
	};
}

/** How many chose each face, as the public may know it; null under three answers in all. */
export async function readPublicFeedback(ctx: Context, eventId: string) {
	const counts = await countFeedback(ctx.db, eventId);
	const total = faces.reduce((sum, face) => sum + counts[face], 0);
	if (total < publicFeedbackFrom) return null;
	return suppress(
		faces.map((key) => ({ key, value: counts[key] })),
		false
	);
}

/** The files of an event for everyone: what they are and where. */
export async function listPublicFiles(ctx: Context, eventId: string) {
	const files = await listEventFiles(ctx.db, eventId);
	return files.map(({ id, kind, title, format, size, hash }) => ({
		id,
		kind,
		title,
		format,
		size,
		href: `/events/${eventId}/files/${id}?${hash.slice(0, 8)}`
	}));
}
