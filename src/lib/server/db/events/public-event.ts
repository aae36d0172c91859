// What the public page of an event shows beside the event itself, in the same round trip.
import { eq, sql } from 'drizzle-orm';
import type { FileFormat, FileKind } from '$lib/domain/events/event-file';
import type { Face } from '$lib/domain/lectures/lecture';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import { listWithin } from '../list-within';
import { events } from '../schema/events/events';
import { lectures } from '../schema/lectures/lectures';
import { changesOfEvent } from './event-changes';
import { eventById, slotsByEvent, withSlots } from './events';

interface PublicFile {
	id: string;
	kind: FileKind;
	title: string;
	format: FileFormat;
	size: number;
	hash: string;
}

const files = listWithin<PublicFile>(
	{ id: 'id', kind: 'kind', title: 'title', format: 'format', size: 'size', hash: 'hash' },
	sql`from event_files where event_id = ${events.id} and is_removed = 0 order by at, id`
);

const feedback = listWithin<{ face: Face; given: number }>(
	{ face: 'face', given: 'count(*)' },
	sql`from lecture_feedbacks where event_id = ${events.id} and is_from_slip = 1 group by face`
);

const besidesEvent = compiled((db, { id }: Asked<{ id: string }>) =>
	db
		.select({
			lecture: {
				speakerSealed: lectures.speakerSealed,
				speakerFrom: lectures.speakerFrom,
				agreedAt: lectures.agreedAt,
				targetGroup: lectures.targetGroup,
				placeKind: lectures.placeKind
			},
			feedback,
			files,
			changes: changesOfEvent
		})
		.from(events)
		.leftJoin(lectures, eq(lectures.eventId, events.id))
		.where(eq(events.id, id))
);

/**
 * A published event with its files, its moves (the latest first), what is known of it as a lecture (the speaker sealed) and how many of each face
 * it got; null for a draft.
 */
export async function readPublicEvent(db: Database, id: string) {
	const [found, slots, [besides]] = await db.batch([
		eventById(db, { id }),
		slotsByEvent(db, { id }),
		besidesEvent(db, { id })
	]);
	const [event] = withSlots(found, slots);
	return event?.publication && besides ? { event, ...besides } : null;
}

export type PublicEvent = NonNullable<Awaited<ReturnType<typeof readPublicEvent>>>;
