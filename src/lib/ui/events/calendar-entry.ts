import type { CalendarEntry } from '$lib/domain/events/calendar-entry';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import { spanWords } from '../calendar/when';

interface Event {
	id: string;
	number: number;
	title: string;
	place: string;
	description: string;
	contactPhone: string;
	startsAt: number | null;
	endsAt: number | null;
	slots: readonly { startsAt: number; endsAt: number }[];
	cancellation: { reason: string } | null;
	revision: { count: number; at: number };
}

/** The event in words for a calendar program: one entry from its first start to its last end. `origin`: the site's own address. */
export function calendarEntry(event: Event, origin: string): CalendarEntry {
	const { id, number, title, place, startsAt, endsAt, slots, cancellation, revision } = event;
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
		id,
		place,
		url,
		sequence: revision.count,
		modifiedAt: revision.at,
		startsAt: startsAt ?? 0,
		endsAt: endsAt ?? 0,
		title: cancellation ? m.announce_calendar_off({ title }) : title,
		description: lines.filter(Boolean).join('\n'),
		isCancelled: cancellation !== null
	};
}
