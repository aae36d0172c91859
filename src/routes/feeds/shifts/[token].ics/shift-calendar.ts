import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { formatPhone } from '$lib/domain/people/phone';
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/paraglide/runtime.js';

interface ShiftInCalendar {
	claimId: string;
	claimedAt: number;
	duty: string;
	title: string;
	place: string;
	contactPhone: string;
	startsAt: number;
	endsAt: number;
	cancelledAt: number | null;
	/** How often it was moved since it was taken, and when last. */
	moves: number;
	movedAt: number | null;
}

/** One's own shifts as an iCalendar text, in UTC; a shift of a cancelled event says so. */
export function shiftCalendar(shifts: readonly ShiftInCalendar[], locale: Locale): string {
	const calendar = ical({
		name: m.swaps_calendar_name({}, { locale }),
		prodId: { company: 'Xinfeng', product: 'Shifts' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: 3600
	});
	for (const { claimId, claimedAt, duty, title, place, contactPhone, startsAt, endsAt, ...since } of shifts) {
		const { cancelledAt, movedAt, moves } = since;
		const what = `${duty} · ${title}`;
		calendar.createEvent({
			id: `${claimId}@xinfeng`,
			stamp: new Date(cancelledAt ?? movedAt ?? claimedAt),
			sequence: moves + (cancelledAt === null ? 0 : 1),
			start: new Date(startsAt),
			end: new Date(endsAt),
			summary: cancelledAt === null ? what : m.swaps_calendar_cancelled({ title: what }, { locale }),
			location: place,
			description: m.swaps_calendar_contact({ phone: formatPhone(contactPhone) }, { locale }),
			status: cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED
		});
	}
	return calendar.toString();
}
