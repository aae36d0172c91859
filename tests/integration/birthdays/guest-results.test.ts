import { describe, expect, test } from 'vitest';
import { setBirthdaySupposition } from '../../../src/lib/server/birthdays/birthday-series';
import { readGuestsByVillage, readPrivateBanquets } from '../../../src/lib/server/birthdays/birthday-trends';
import { eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { recordResults } from '../../../src/lib/server/birthdays/guest-results';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { yearQuery } from '../figures/trend-query';
import { town, id, listed, list, freshTown } from './birthday-town';

freshTown();

const settle = (
	eventId: string,
	results: { invitationId: string; result: 'attended' | 'cake-delivered' | 'absent' }[]
) => recordResults(town.as('liu'), { id: id(), eventId, results });

describe('what became of the guests', () => {
	test('is written down from the start of the banquet on, put right later, and counted once the event is completed', async () => {
		const eventId = await listed();
		const [a, b, c] = (await list(eventId)).map(({ id }) => id) as [string, string, string];
		expect(await settle(eventId, [{ invitationId: a, result: 'attended' }])).toEqual({
			ok: false,
			refusal: 'event-not-begun'
		});
		town.clock.setDate('2026-05-16', '12:00');
		const told = [
			{ invitationId: a, result: 'attended' },
			{ invitationId: b, result: 'attended' },
			{ invitationId: c, result: 'absent' }
		] as const;
		expect(await settle(eventId, [...told])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: c, result: 'cake-delivered' }])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: id(), result: 'absent' }])).toMatchObject({
			refusal: 'invitation-unknown'
		});
		const read = async () => {
			const figures = await readFigures(town.ctx.db, {
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

	test('in public is shown by village, and an estimate of private banquets is shown apart with its formula', async () => {
		const eventId = await listed();
		const guests = await list(eventId);
		town.clock.setDate('2026-05-16', '12:00');
		await settle(
			eventId,
			guests.map(({ id }) => ({ invitationId: id, result: 'attended' as const }))
		);
		await completeEvent(town.as('liu'), { id: id(), eventId, attended: 9, note: '' });
		const query = yearQuery(town.units.town, 2026, '2026-05-17');
		const trend = await readGuestsByVillage(town.ctx.db, query);
		expect(trend.cells.find(({ key }) => key === town.units.sanxing)).toMatchObject({ value: 3, shown: 'exact' });
		expect(await readPrivateBanquets(town.ctx.db, { ...query, guests: 3 })).toBeNull();
		const supposed = { unitId: town.units.town, fromOn: '2026-01-01', sharePercent: 50, tablesEach: 10 };
		expect(await setBirthdaySupposition(town.as('liu'), { id: id(), ...supposed })).toMatchObject({
			refusal: 'not-your-unit'
		});
		await setBirthdaySupposition(town.as('zhou'), { id: id(), ...supposed });
		expect(await readPrivateBanquets(town.ctx.db, { ...query, guests: 3 })).toEqual({
			guests: 3,
			sharePercent: 50,
			tablesEach: 10,
			banquets: 2,
			tables: 15
		});
	});
});
