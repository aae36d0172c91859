import { describe, expect, test } from 'vitest';
import { setBirthdaySupposition } from '../../../src/lib/server/birthdays/birthday-series';
import { readPrivateBanquets } from '../../../src/lib/server/birthdays/birthday-trends';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { yearQuery } from '../figures/trend-query';
import { town, id, listed, list, freshTown, settle } from './birthday-town';

freshTown();

describe('what became of the guests', () => {
	test('makes an estimate of private banquets, apart with its formula', async () => {
		const eventId = await listed();
		const guests = await list(eventId);
		town.clock.setDate('2026-05-16', '12:00');
		await settle(
			eventId,
			guests.map(({ id }) => ({ invitationId: id, result: 'attended' as const }))
		);
		await completeEvent(town.as('liu'), { id: id(), eventId, attended: 9, note: '' });
		const query = yearQuery(town.units.town, 2026, '2026-05-17');
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
