import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { openInvitationList } from '../../../src/lib/server/birthdays/invitation-lists';
import { createEvent } from '../../../src/lib/server/events/events';
import { enrol } from './roll-of';
import { town, begin, list, id, freshTown } from './birthday-town';

freshTown();

describe('a list', () => {
	test('can be given to a banquet on the calendar, and to no other event', async () => {
		await enrol(town);
		const seriesId = await begin();
		const make = async (kind: 'birthday-banquet' | 'performance', unitId = town.units.sanxing) => {
			const eventId = id();
			const slot = {
				id: id(),
				startsAt: instantOf('2026-05-16', '11:00'),
				endsAt: instantOf('2026-05-16', '13:00'),
				capacity: 40
			};
			const words = {
				title: '宴',
				place: '院坝',
				description: '',
				partner: '',
				contactPhone: '02371000000',
				topic: null
			};
			await createEvent(town.as('zhou'), { id: eventId, unitId, kind, ...words, slots: [slot] });
			return eventId;
		};
		const open = (eventId: string) =>
			openInvitationList(town.as('zhou'), {
				id: id(),
				eventId,
				seriesId,
				year: 2026,
				firstMonth: 3,
				seats: 8,
				pricePerTable: null
			});
		expect(await open(await make('performance'))).toEqual({ ok: false, refusal: 'not-a-birthday-banquet' });
		expect(await open(await make('birthday-banquet', town.units.hesha))).toMatchObject({
			refusal: 'series-of-other-village'
		});
		const eventId = await make('birthday-banquet');
		expect(await open(eventId)).toEqual({ ok: true });
		expect(await open(eventId)).toMatchObject({ ok: false });
		expect(await list(eventId)).toHaveLength(1);
	});
});
