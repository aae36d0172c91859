import { decideFeedback, publicFeedback, publicSpeaker } from '$lib/domain/lectures/lecture';
import type { Context } from '../context';
import type { PublicEvent } from '$lib/server/db/events/public-event';
import { countedFaces } from '$lib/server/db/lectures/lectures';
import { openLecture } from './lectures';

/**
 * What the public may know of a lecture beside the event itself: the speaker by name only with leave, whom it is for,
 * whether feedback is taken, and once it is closed, what it was. Null for an event of another kind.
 */
export function publicLecture(ctx: Context, { event, lecture, feedback }: PublicEvent) {
	if (event.kind !== 'lecture') return null;
	const { startsAt, endsAt, cancellation } = event;
	const opened = lecture && openLecture(ctx, event.id, lecture);
	const door = decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() });
	return {
		door,
		feedback: publicFeedback(door, countedFaces(feedback)),
		speaker: opened ? publicSpeaker({ name: opened.speaker, from: opened.speakerFrom, isNamed: opened.isNamed }) : '',
		targetGroup: opened?.targetGroup ?? null,
		placeKind: opened?.placeKind ?? null
	};
}

/** The files of an event for everyone: what they are and where. */
export const publicFiles = ({ event, files }: PublicEvent) =>
	files.map(({ hash, ...file }) => ({ ...file, href: `/events/${event.id}/files/${file.id}?${hash.slice(0, 8)}` }));
