import { describe, expect, it } from 'vitest';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { pageSize } from '../../../src/lib/server/db/keyset';
import { countEvents, listEvents } from '../../../src/lib/server/db/events/event-lists';
import { listUpcomingEvents } from '../../../src/lib/server/db/events/public-events';
import { findPublicEvent } from '../../../src/lib/server/db/events/events';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { create, publish, slot, liu, town, at, party, draft, freshTown } from './drafted-events';

freshTown();

describe('the public list', () => {
	it('has what is published and not over, soonest first, the cancelled among it marked', async () => {
		await create({ title: '草稿' });
		await publish({ title: '三月二十日' });
		const off = await publish({ title: '取消了的', slots: [slot('08:00', '09:00')] });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: off.eventId, reason: '下大雨' });
		await publish({ title: '开过了的', slots: [slot('09:00', '10:00', null, '2026-03-01')] });
		const rows = await upcoming();
		expect(rows.map((row) => [row.title, row.cancelledAt !== null])).toEqual([
			['取消了的', true],
			['三月二十日', false]
		]);
		expect(rows[1]).toMatchObject({ unitName: '三星村', slots: 1, startsAt: at('09:00') });
	});

	it('counts the places that are free at once: none where others wait or the slot has begun, null without a limit', async () => {
		const { slotId } = await publish({ slots: [slot('09:00', '10:00', 3), slot('10:00', '11:00', 10)] });
		const free = async () => (await upcoming())[0]?.freePlaces;
		expect(await free()).toBe(13);
		await party(slotId, 2);
		expect(await free()).toBe(11);
		await party(slotId, 2);
		expect(await free(), 'one place is free, but a party of two waits for it').toBe(10);
		town.clock.setDate('2026-03-20', '09:30');
		expect((await upcoming())[0]).toMatchObject({ openSlots: 1, slots: 2, freePlaces: 10 });
		await publish({ slots: [slot('08:00', '12:00')] });
		town.clock.setDate('2026-03-02');
		expect((await upcoming())[0]).toMatchObject({ freePlaces: null });
	});

	it('goes on after a row, by kind, without gap or double', async () => {
		for (let nth = 0; nth < 5; nth++) await publish({ title: `第${nth}场` });
		await publish({ title: '献血', kind: 'blood-drive', topic: null });
		const first = await upcoming({ size: 4, kind: 'lecture' });
		const rest = await upcoming({ size: 4, kind: 'lecture', cursor: { below: keyOf(first.at(-1)!) } });
		expect([...first, ...rest].map((row) => row.title)).toEqual(['第0场', '第1场', '第2场', '第3场', '第4场']);
	});

	it('is read back from a row, nearest first cut, in the order of the list', async () => {
		for (let nth = 0; nth < 5; nth++) await publish({ title: `第${nth}场` });
		await publish({ title: '献血', kind: 'blood-drive', topic: null });
		const read = (cursor: Parameters<typeof listUpcomingEvents>[1]['cursor'], kind?: 'lecture') =>
			listUpcomingEvents(town.ctx.db, { now: town.ctx.now(), size: 2, kind, cursor });
		for (const kind of [undefined, 'lecture'] as const) {
			const first = await read(undefined, kind);
			const second = await read({ below: keyOf(first.rows.at(-1)!) }, kind);
			const third = await read({ below: keyOf(second.rows.at(-1)!) }, kind);
			expect(await read({ above: keyOf(third.rows[0]!) }, kind)).toEqual(second);
			expect(await read({ above: keyOf(second.rows[0]!) }, kind)).toEqual(first);
			expect([first.hasAbove, second.hasAbove, third.hasAbove]).toEqual([false, true, true]);
		}
	});

	it('and an event are each one round trip', async () => {
		const { eventId } = await publish();
		expect((await countRoundTrips(() => upcoming())).count).toBe(1);
		expect((await countRoundTrips(() => findPublicEvent(town.ctx.db, eventId))).count).toBe(1);
	});
});

describe('the desk’s list', () => {
	it('shows the own unit and what is below it, in the view it belongs to', async () => {
		await create({ title: '草稿' });
		await publish({ title: '要办的' });
		await publish({ title: '开过了的', slots: [slot('09:00', '10:00', null, '2026-03-01')] });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: (await publish()).eventId, reason: '下大雨' });
		await createEvent(town.as('he'), draft({ title: '河沙的', unitId: town.units.hesha }));
		const titles = async (scope: string, view: 'upcoming' | 'past' | 'drafts') =>
			(await desk(scope, view)).rows.map((row) => row.title);
		const { sanxing, town: whole } = town.units;
		expect(await titles(sanxing, 'drafts')).toEqual(['草稿']);
		expect(await titles(sanxing, 'upcoming')).toEqual(['要办的']);
		expect(await titles(sanxing, 'past')).toEqual(['开过了的']);
		expect(await titles(whole, 'drafts')).toEqual(['河沙的', '草稿']);
		expect(await countEvents(town.ctx.db, { scope: sanxing, now: town.ctx.now() })).toEqual({
			upcoming: 1,
			past: 1,
			drafts: 1,
			cancelled: 1
		});
	});

	it('is paged in both directions without gap or double', async () => {
		const all = pageSize * 2 + 3;
		for (let nth = 0; nth < all; nth++) await create({ title: `${nth}` });
		const first = await desk(town.units.sanxing, 'drafts');
		const second = await desk(town.units.sanxing, 'drafts', { cursor: { below: keyOf(first.rows.at(-1)!) } });
		const third = await desk(town.units.sanxing, 'drafts', { cursor: { below: keyOf(second.rows.at(-1)!) } });
		const titles = [...first.rows, ...second.rows, ...third.rows].map((row) => Number(row.title));
		expect(titles).toEqual(Array.from({ length: all }, (_, nth) => all - 1 - nth));
		expect([first, second, third].map((page) => [page.hasAbove, page.hasBelow])).toEqual([
			[false, true],
			[true, true],
			[true, false]
		]);
		const back = await desk(town.units.sanxing, 'drafts', { cursor: { above: keyOf(third.rows[0]!) } });
		expect(back).toEqual(second);
		const start = await desk(town.units.sanxing, 'drafts', { cursor: { above: keyOf(second.rows[0]!) } });
		expect(start).toEqual(first);
	});
});

const keyOf = ({ startsAt, id }: { startsAt: number | null; id: string }) => ({ key: startsAt ?? 0, id });

const upcoming = async (filter: Partial<Parameters<typeof listUpcomingEvents>[1]> = {}) =>
	(await listUpcomingEvents(town.ctx.db, { now: town.ctx.now(), ...filter })).rows;

const desk = (
	scope: string,
	view: Parameters<typeof listEvents>[1]['view'],
	filter: Partial<Parameters<typeof listEvents>[1]> = {}
) => listEvents(town.ctx.db, { scope, view, now: town.ctx.now(), ...filter });
