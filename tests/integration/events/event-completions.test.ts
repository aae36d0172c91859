import { describe, expect, it } from 'vitest';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { publish, liu, town, create, lastDetail, freshTown } from './drafted-events';

freshTown();

describe('completing', () => {
	it('is refused before the start, for a draft and for a cancelled event', async () => {
		const { eventId } = await publish();
		const done = (id: string) => completeEvent(liu, { id: town.ctx.newId(), eventId: id, attended: 30, note: '' });
		expect(await done(eventId)).toEqual({ ok: false, refusal: 'event-not-begun' });
		town.clock.setDate('2026-03-20', '09:00');
		expect(await done((await create()).eventId)).toEqual({ ok: false, refusal: 'event-not-held' });
		expect(await done(eventId)).toEqual({ ok: true });
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '记错了' })).toMatchObject({
			refusal: 'event-completed'
		});
	});

	it('of a blood drive says donors and millilitres, donors within those who came', async () => {
		const { eventId } = await publish({ kind: 'blood-drive', topic: null });
		town.clock.setDate('2026-03-20', '12:00');
		const done = (counts: { donors?: number; millilitres?: number }) =>
			completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 40, note: '', ...counts });
		expect(await done({})).toMatchObject({ refusal: 'donors-missing' });
		expect(await done({ donors: 30 })).toMatchObject({ refusal: 'millilitres-missing' });
		expect(await done({ donors: 41, millilitres: 12_000 })).toMatchObject({ refusal: 'donors-more-than-attended' });
		expect(await done({ donors: 30, millilitres: 9600 })).toEqual({ ok: true });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ completion: { donors: 30, millilitres: 9600 } });
	});

	it('again mends the numbers, and the old ones stay in the audit trail', async () => {
		const { eventId } = await publish();
		town.clock.setDate('2026-03-20', '12:00');
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 30, donors: 5, note: '' });
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 33, note: '' });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ completion: { attended: 33, donors: null } });
		expect(await lastDetail('correctCompletion')).toEqual({
			fields: ['attended'],
			before: { attended: 30 },
			after: { attended: 33 }
		});
	});
});
