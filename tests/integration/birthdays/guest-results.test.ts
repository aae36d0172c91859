import { describe, expect, test } from 'vitest';
import { eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { town, id, listed, list, freshTown, settle } from './birthday-town';

freshTown();

describe('what became of the guests', () => {
	test('is written down from the start of the banquet on, put right later, and counted once the event is completed', async () => {
		const eventId = await listed();
		const [a, b, c] = (await list(eventId)).map(({ id }) => id) as [string, string, string];
		expect(await settle(eventId, [{ invitationId: a, result: 'attended' }])).toEqual({
			ok: false,
			refusal: 'event-not-begun'
		});
		town.clock.setDate('2026-05-16', '12:00');
		const results = [
			{ invitationId: a, result: 'attended' },
			{ invitationId: b, result: 'attended' },
			{ invitationId: c, result: 'absent' }
		] as const;
		expect(await settle(eventId, [...results])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: c, result: 'cake-delivered' }])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: id(), result: 'absent' }])).toMatchObject({
			refusal: 'invitation-unknown'
		});
		const read = async () => {
			const figures = await readFigures(town.ctx, {
				scope: town.units.town,
				periods: reportingPeriods(2026, '2026-05-17')
			});
			return figures.slice(-2).map(({ value }) => value);
		};
		expect(await read()).toEqual([null, null]);
		await completeEvent(town.as('liu'), { id: id(), eventId, attended: 9, note: '' });
		expect(await read()).toEqual([2, 1]);
		await markDeparture(town.as('liu'), {
			id: id(),
			elderId: (await list(eventId))[0]!.elder.id,
			reason: 'died',
			departedOn: '2026-05-16'
		});
		await eraseElder(town.as('liu'), { id: id(), elderId: (await list(eventId))[1]!.elder.id });
		expect(await read(), 'who was there was there').toEqual([2, 1]);
	});
});
