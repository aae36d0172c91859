import type { CalendarEntry } from '$lib/domain/events/calendar-entry';
import { daysOfEvent } from '$lib/domain/events/event-days';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { spanWords } from '../calendar/when';

interface Slot {
	id: string;
	startsAt: number;
	endsAt: number;
}

interface Event {
	id: string;
	number: number;
	title: string;
	place: string;
	description: string;
	contactPhone: string;
	slots: readonly Slot[];
	cancellation: { reason: string } | null;
	revision: { count: number; at: number };
}

/**
 * The event in words for a calendar program: an entry for each day, from its first start to its last end. `origin`: the site's own address.
 * The day of the oldest slot is known by the event's id, another day by that of its oldest slot.
 */
export function calendarEntries(event: Event, origin: string): CalendarEntry[] {
	const first = oldestOf(event.slots);
	return daysOfEvent(event.slots).map(({ slots, ...span }) => {
		const id = oldestOf(slots);
		return { ...entryOf(event, slots, origin), ...span, id: id === first ? event.id : id };
	});
}

/** The id that was made first: ids are in the order of time. */
const oldestOf = (slots: readonly Slot[]) => slots.map(({ id }) => id).sort()[0]!;

/** One's own slot as an entry, known by the id of the sign-up. Without the sign-up it is cancelled. */
export function ownCalendarEntry(
	event: Event,
	{ id, isWithdrawn, slot }: { id: string; isWithdrawn: boolean; slot: Slot },
	origin: string
): CalendarEntry {
	const isCancelled = isWithdrawn || event.cancellation !== null;
	const entry = entryOf(event, [slot], origin);
	return {
		...entry,
		id,
		startsAt: slot.startsAt,
		endsAt: slot.endsAt,
		isCancelled,
		title: isCancelled ? m.announce_calendar_off({ title: event.title }) : event.title,
		sequence: entry.sequence + (isWithdrawn ? 1 : 0)
	};
}

function entryOf(event: Event, slots: readonly Slot[], origin: string) {
	const { number, title, place, cancellation, revision } = event;
	const url = `${origin}/e/${number}`;
	const lines = [
		cancellation && m.announce_calendar_because({ reason: cancellation.reason }),
		event.description,
		slots.length > 1 &&
			m.announce_calendar_slots({ slots: slots.map((slot) => `\n${spanWords(slot.startsAt, slot.endsAt)}`).join('') }),
		m.announce_calendar_phone({ phone: formatPhone(event.contactPhone) }),
		m.announce_calendar_page({ url })
	];
	return {
		place,
		url,
		sequence: revision.count,
		modifiedAt: revision.at,
		title: cancellation ? m.announce_calendar_off({ title }) : title,
		description: lines.filter(Boolean).join('\n'),
		isCancelled: cancellation !== null
	};
}
