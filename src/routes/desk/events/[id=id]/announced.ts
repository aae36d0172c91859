import { dateOf } from '$lib/domain/calendar/calendar';
import type { Context } from '$lib/server/context';
import { listEventChanges } from '$lib/server/db/events/event-changes';
import { lunarOf } from '$lib/server/calendar/lunar';
import type { Announced } from '$lib/ui/events/announcement';
import { unitName } from '$lib/ui/units/unit-name';
import { getOwnEvent } from '../get-event';

/** The event for its kit and poster, with what is announced of it. `origin`: the site's own address. */
export async function readAnnounced(ctx: Context, { id, origin }: { id: string; origin: string }) {
	const [event, changes] = await Promise.all([getOwnEvent(ctx, id), listEventChanges(ctx.db, id)]);
	const announced: Announced = {
		title: event.title,
		place: event.place,
		description: event.description,
		phone: event.contactPhone,
		unit: unitName({ name: event.unitName, nameEn: event.unitNameEn }),
		slots: event.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
		lunar: event.startsAt === null ? null : lunarOf(dateOf(event.startsAt)),
		address: `${origin}/e/${event.number}`,
		isMoved: changes.length > 0,
		cancelledBecause: event.cancellation?.reason ?? null
	};
	return { event, announced };
}
