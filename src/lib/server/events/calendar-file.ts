import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from '$lib/domain/events/calendar-entry';

const hour = 3600;

/** Entries as an iCalendar file (RFC 5545), times in UTC. `name`: what a program calls a feed it subscribes to. */
export function calendarFile(entries: readonly CalendarEntry[], name: string): string {
	const calendar = new ICalCalendar({
		name,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: 'xinfeng', product: 'events', language: 'ZH' },
		ttl: hour
	});
	for (const entry of entries) {
		calendar.createEvent({
			id: `${entry.id}@xinfeng`,
			sequence: entry.sequence,
			stamp: new Date(entry.modifiedAt),
			lastModified: new Date(entry.modifiedAt),
			start: new Date(entry.startsAt),
			end: new Date(entry.endsAt),
			summary: entry.title,
			location: entry.place,
			description: entry.description,
			url: entry.url,
			status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
		});
	}
	return calendar.toString();
}
