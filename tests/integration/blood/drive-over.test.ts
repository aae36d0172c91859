import { expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { createEvent } from '../../../src/lib/server/events/events';
import { cancelEvent, publishEvent } from '../../../src/lib/server/events/publications';
import { actions, load } from '../../../src/routes/(public)/events/[id=id]/self-check/+page.server';
import { visit } from '../page-visit';
import { eventId, freshTown, id, on, town } from './open-drive';

freshTown();

const page = () => ({ path: `/events/${eventId}/self-check`, params: { id: eventId } });
const opened = async () => (await visit(town.visitor, load, page())).value;

/** Another drive of two months later. Out: its id. */
async function nextDrive(): Promise<string> {
	const [liu, nextId] = [town.as('liu'), id()];
	const times = { startsAt: instantOf('2026-06-01', '09:00'), endsAt: instantOf('2026-06-01', '11:00') };
	const words = { title: '六月献血', place: '镇卫生院', description: '', partner: '试验血站', topic: null } as const;
	const drive = { id: nextId, unitId: town.units.sanxing, kind: 'blood-drive', contactPhone: '02371234567' } as const;
	await createEvent(liu, { ...drive, ...words, slots: [{ id: id(), ...times, capacity: 4 }] });
	await publishEvent(liu, { id: id(), eventId: nextId });
	return nextId;
}

it('a drive that has ended asks nothing and leads to the next one', async () => {
	const nextId = await nextDrive();
	expect(await opened()).toMatchObject({ isOver: false, next: null, hasSlots: true });
	town.clock.setDate(on, '10:59');
	expect(await opened(), 'under way').toMatchObject({ isOver: false, hasSlots: false });
	town.clock.setDate(on, '11:00');
	expect(await opened()).toMatchObject({ isOver: true, isCancelled: false, next: { id: nextId, title: '六月献血' } });
	const check = actions.default as (event: never) => Promise<unknown>;
	const { value } = await visit(town.visitor, check, { ...page(), form: { bornOn: '19900101', sex: 'male' } });
	expect(value, 'a form that was open is not answered with “可以来献”').toBe(page().path);
});

it('a drive that was cancelled says so, and that no other is announced where none takes place', async () => {
	await cancelEvent(town.as('liu'), { id: id(), eventId, reason: '下雨' });
	await cancelEvent(town.as('liu'), { id: id(), eventId: await nextDrive(), reason: '下雨' });
	expect(await opened()).toMatchObject({ isOver: true, isCancelled: true, next: null });
});
