import { error } from '@sveltejs/kit';
import { decideEventState } from '$lib/domain/events/event';
import { findOwnBanquet } from '$lib/server/birthdays/birthday-banquets';
import type { Context } from '$lib/server/context';
import type { BirthdayBanquet } from '$lib/server/db/birthdays/birthdays';
import { readInvitations } from '$lib/server/birthdays/invitations';

/** A banquet that has a list, for staff of its village: else a 404 or a 403. */
export async function getOwnBanquet(ctx: Context, id: string): Promise<BirthdayBanquet> {
	const found = await findOwnBanquet(ctx, id);
	if (!found.ok) error(found.refusal === 'not-your-unit' ? 403 : 404);
	return found.banquet;
}

/** What the head of each of its pages shows. */
export function headOf(ctx: Context, banquet: BirthdayBanquet) {
	const { event, unit, eventId, year, firstMonth, lastMonth } = banquet;
	return {
		id: eventId,
		title: event.title,
		place: event.place,
		startsAt: event.startsAt,
		endsAt: event.endsAt,
		contactPhone: event.contactPhone,
		unit,
		window: { year, firstMonth, lastMonth },
		calendar: banquet.calendar,
		ageKind: banquet.ageKind,
		seats: banquet.seats,
		pricePerTable: banquet.pricePerTable,
		state: decideEventState({
			publishedAt: banquet.publishedAt,
			cancelledAt: banquet.cancelledAt,
			completedAt: banquet.completedAt,
			startsAt: event.startsAt,
			endsAt: event.endsAt,
			now: ctx.now()
		}),
		hasBegun: event.startsAt !== null && event.startsAt <= ctx.now()
	};
}

/** A banquet's head and its list without those who dropped out. */
export async function openOwnBanquet(ctx: Context, id: string) {
	const banquet = await getOwnBanquet(ctx, id);
	const all = await readInvitations(ctx, banquet);
	return { banquet, head: headOf(ctx, banquet), guests: all.filter(({ state }) => state !== 'dropped') };
}
