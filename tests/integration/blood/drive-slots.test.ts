import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { layOutSlots } from '../../../src/lib/server/events/slot-layout';
import { actions } from '../../../src/routes/desk/events/[id=id]/slots/+page.server';
import { visit } from '../page-visit';
import { declareStart } from '../rows/activity-rows';
import { donor, on, town, id, slotId, eventId, freshTown } from './open-drive';

freshTown();

describe('laying out a drive', () => {
	const layOut = (over: object = {}, as: 'liu' | 'he' | 'mei' = 'liu') =>
		layOutSlots(town.as(as), {
			id: id(),
			eventId,
			startsAt: instantOf(on, '09:00'),
			endsAt: instantOf(on, '10:30'),
			beds: 3,
			...over
		});
	const slots = async () => (await findEvent(town.ctx.db, eventId))!.slots;

	it('makes a slot a quarter-hour with the beds as its places, in place of slots without sign-ups', async () => {
		expect(await layOut()).toEqual({ ok: true });
		expect((await slots()).map(({ capacity }) => capacity)).toEqual([3, 3, 3, 3, 3, 3]);
		expect(await layOut({ beds: 5 }), 'again mends it').toEqual({ ok: true });
		expect((await slots()).map(({ capacity }) => capacity)).toEqual([5, 5, 5, 5, 5, 5]);
	});

	it('sent twice is laid out once', async () => {
		const act = { id: id() };
		await layOut(act);
		expect(await layOut(act)).toEqual({ ok: true });
		expect(await slots()).toHaveLength(6);
	});

	it('leaves all as it is where there is a sign-up, or the span is not made of quarter-hours', async () => {
		expect(await layOut({ endsAt: instantOf(on, '10:20') })).toEqual({ ok: false, refusal: 'quarter-hours-only' });
		await donor();
		expect(await layOut()).toEqual({ ok: false, refusal: 'slot-has-signups' });
		expect((await slots()).map(({ id }) => id)).toEqual([slotId]);
	});

	it('on a day before the ledger of events begins is asked about', async () => {
		await declareStart(town, '2023-01-01', ['events']);
		const typed = { on: '2022-03-05', startsAt: '09:00', endsAt: '10:30', beds: '3' };
		async function send(more = {}) {
			const how = {
				path: `/desk/events/${eventId}/slots`,
				params: { id: eventId },
				form: { id: id(), ...typed, ...more }
			};
			return (await visit(town.as('liu'), actions.layout as (event: never) => Promise<unknown>, how)).value;
		}
		expect(await send()).toMatchObject({ status: 409, data: { errors: { on: 'date-before-ledger' } } });
		expect(await slots()).toHaveLength(1);
		expect(await send({ dayIsMeant: 'on' })).toBe(`/desk/events/${eventId}/slots`);
		expect(await slots(), 'with that of the other day').toHaveLength(7);
	});

	it('is for staff of its unit', async () => {
		expect(await layOut({}, 'he')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await layOut({}, 'mei')).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});
