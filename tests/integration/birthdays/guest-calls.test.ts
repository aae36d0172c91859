import { describe, expect, test } from 'vitest';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { recordInvitationCall } from '../../../src/lib/server/birthdays/invitations';
import { listed, list, call, id, town, freshTown } from './birthday-town';

freshTown();

describe('calls and tables', () => {
	test('a call is ticked off, the last answer counts, and who was not reached stays to be asked', async () => {
		const eventId = await listed();
		const [first] = await list(eventId);
		await call(first!.id, 'not-reached');
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({ state: 'invited', calls: 1 });
		await call(first!.id, 'coming', { companions: 2, needsTransport: true });
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({
			state: 'coming',
			companions: 2,
			needsTransport: true,
			people: 3
		});
		await call(first!.id, 'declined', { companions: 2 });
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({
			state: 'declined',
			companions: 0
		});
		for (const name of ['he', 'tang'] as const) {
			const call = {
				id: id(),
				invitationId: first!.id,
				outcome: 'coming',
				companions: 0,
				needsTransport: false
			} as const;
			expect(await recordInvitationCall(town.as(name), call)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		await cancelEvent(town.as('liu'), { id: id(), eventId, reason: '下大雨' });
		expect(await call(first!.id, 'coming')).toEqual({ ok: false, refusal: 'event-cancelled' });
	});
});
