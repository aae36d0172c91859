import { afterEach, beforeEach } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { repeatEvent } from '../../../src/lib/server/events/event-series';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let liu: Context;

export const lecture = {
	kind: 'lecture' as const,
	topic: 'health',
	title: '健康讲座',
	place: '三星村广场',
	description: '',
	partner: '',
	contactPhone: '02371234567'
};

export async function create({ published = false, bare = false, letsPass = false } = {}) {
	const eventId = town.ctx.newId();
	const slot = (from: string, to: string, capacity: number | null) => ({
		id: town.ctx.newId(),
		capacity,
		startsAt: instantOf('2026-03-14', from),
		endsAt: instantOf('2026-03-14', to)
	});
	const slots = bare ? [] : [slot('09:00', '10:00', 5), slot('14:00', '15:00', null)];
	const created = await createEvent(liu, { id: eventId, unitId: town.units.sanxing, ...lecture, letsPass, slots });
	if (!created.ok) throw new Error(created.refusal);
	if (published) await publishEvent(liu, { id: town.ctx.newId(), eventId });
	return { eventId };
}

export function repeat(eventId: string, change: object = {}, ctx = liu) {
	return repeatEvent(ctx, { id: town.ctx.newId(), eventId, rule: 'weekly', every: 1, times: 2, ...change });
}

/** All events of the series, by start. */
export async function series(eventId: string) {
	const { seriesId } = (await findEvent(town.ctx.db, eventId))!;
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select id from events where series_id = ? order by starts_at',
		args: [seriesId]
	});
	return Promise.all(rows.map(async ({ id }) => (await findEvent(town.ctx.db, String(id)))!));
}

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		liu = town.as('liu');
	});
	afterEach(() => town.close());
}
