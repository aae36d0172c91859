import { decideFeedback, faces, publicFeedbackFrom, publicSpeaker, type Face } from '$lib/domain/lectures/lecture';
import { isSaidByTotal, suppress } from '$lib/domain/figures/small-numbers';
import type { Context } from '../context';
import type { PublicEvent } from '$lib/server/db/events/public-event';
import { countedFaces, countFeedback } from '$lib/server/db/lectures/lectures';
import { readFeedbackReach } from '$lib/server/db/lectures/feedback-slips';
import { openLecture } from './lectures';

/**
 * What the public may know of a lecture beside the event itself: the speaker by name only with leave, whom it is for,
 * whether feedback is taken, and the feedback once three have given it, small numbers withheld. Null for an event of
 * another kind.
 */
export function publicLecture(ctx: Context, { event, lecture, feedback, asked }: PublicEvent) {
	if (event.kind !== 'lecture') return null;
	const { startsAt, endsAt, cancellation } = event;
	const opened = lecture && openLecture(ctx, event.id, lecture);
	return {
		door: decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() }),
		faces: publicFeedback(countedFaces(feedback), asked),
		speaker: opened ? publicSpeaker({ name: opened.speaker, from: opened.speakerFrom, isNamed: opened.isNamed }) : '',
		targetGroup: opened?.targetGroup ?? null,
		placeKind: opened?.placeKind ?? null
	};
}

/** How many chose each face, of how many who were asked, as the public may know it beside their total; null under three answers in all, and for one of each. */
export async function readPublicFeedback(ctx: Context, eventId: string) {
	const [counts, { asked }] = await Promise.all([countFeedback(ctx.db, eventId), readFeedbackReach(ctx.db, eventId)]);
	return publicFeedback(counts, asked);
}

function publicFeedback(counts: Record<Face, number>, asked: number) {
	const total = faces.reduce((sum, face) => sum + counts[face], 0);
	if (total < publicFeedbackFrom) return null;
	const cells = faces.map((key) => ({ key, value: counts[key] }));
	return isSaidByTotal(cells) ? null : { total, asked, cells: suppress(cells) };
}

/** The files of an event for everyone: what they are and where. */
export const publicFiles = ({ event, files }: PublicEvent) =>
	files.map(({ hash, ...file }) => ({ ...file, href: `/events/${event.id}/files/${file.id}?${hash.slice(0, 8)}` }));
