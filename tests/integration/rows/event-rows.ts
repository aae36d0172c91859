import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { EventKind, EventTopic } from '../../../src/lib/domain/events/event';
import { donations } from '../../../src/lib/server/db/schema/blood/donations';
import {
	eventCancellations,
	eventCompletions,
	eventPublications,
	events,
	slots
} from '../../../src/lib/server/db/schema/events/events';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

export async function putEvent(
	town: TestTown,
	kind: EventKind,
	unit: TestUnit,
	on: string,
	options: { topic?: EventTopic; completed?: boolean; cancelled?: boolean; time?: string } = {}
) {
	const { ctx, units } = town;
	const id = ctx.newId();
	const startsAt = instantOf(on, options.time ?? '09:00');
	await ctx.db.insert(events).values({
		id,
		unitId: units[unit],
		kind,
		topic: options.topic ?? null,
		title: '测试活动',
		place: '院坝',
		contactPhone: '02371000000',
		at: 0
	});
	const slotId = ctx.newId();
	await ctx.db
		.insert(slots)
		.values({ id: slotId, eventId: id, startsAt, endsAt: startsAt + 3_600_000, capacity: 50, at: 0 });
	await ctx.db.insert(eventPublications).values({ eventId: id, at: 0 });
	if (options.cancelled) await ctx.db.insert(eventCancellations).values({ eventId: id, reason: '下雨', at: 0 });
	else if (options.completed ?? true) {
		await ctx.db.insert(eventCompletions).values({ eventId: id, attended: 20, at: startsAt + 3_600_000 });
	}
	return { id, slotId };
}

/** A result of 400 ml of whole blood at a drive that is over. */
export async function putDonation(town: TestTown, eventId: string, isFirst: boolean) {
	const { ctx } = town;
	const given = { outcome: 'donated', kind: 'whole-blood', millilitres: 400, isFirst } as const;
	await ctx.db.insert(donations).values({ id: ctx.newId(), eventId, ...given, at: ctx.now() });
}
