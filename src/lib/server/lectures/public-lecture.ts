import { decideFeedback, faces, publicFeedbackFrom, publicSpeaker, type Face } from '$lib/domain/lectures/lecture';
import { suppress } from '$lib/domain/figures/small-numbers';
import type { Context } from '../context';
import type { PublicEvent } from '$lib/server/db/events/public-event';
import { countedFaces, countFeedback } from '$lib/server/db/lectures/lectures';
import { openLecture } from './lectures';

/**
 * What the public may know of a lecture beside the event itself: the speaker by name only with leave, whom it is for,
 * whether feedback is taken, and the feedback once three have given it, small numbers withheld. Null for an event of
 * another kind.
 */
export function publicLecture(ctx: Context, { event, lecture, feedback }: PublicEvent) {
	if (event.kind !== 'lecture') return null;
	const { startsAt, endsAt, cancellation } = event;
	const opened = lecture && openLecture(ctx, event.id, lecture);
	return {
		door: decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() }),
		faces: publicFeedback(countedFaces(feedback)),
		speaker: opened ? publicSpeaker({ name: opened.speaker, from: opened.speakerFrom, isNamed: opened.isNamed }) : '',
		targetGroup: opened?.targetGroup ?? null,
		placeKind: opened?.placeKind ?? null
	};
}

/** How many chose each face, as the public may know it; null under three answers in all. */
export const readPublicFeedback = async (ctx: Context, eventId: string) =>
	publicFeedback(await countFeedback(ctx.db, eventId));

function publicFeedback(counts: Record<Face, number>) {
	const total = faces.reduce((sum, face) => sum + counts[face], 0);
	if (total < publicFeedbackFrom) return null;
	return suppress(
		faces.map((key) => ({ key, value: counts[key] })),
		false
	);
}

/** The files of an event for everyone: what they are and where. */
export const publicFiles = ({ event, files }: PublicEvent) =>
	files.map(({ hash, ...file }) => ({ ...file, href: `/events/${event.id}/files/${file.id}?${hash.slice(0, 8)}` }));
