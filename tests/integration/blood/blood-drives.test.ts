import { describe, expect, it } from 'vitest';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { readCheckToken } from '../../../src/lib/server/blood/donor-check';
import { walkIn } from '../../../src/lib/server/check-in/walk-ins';
import { editEvent } from '../../../src/lib/server/events/event-edits';
import { enterSignups } from '../../../src/lib/server/signups/paper-list';
import { changeParty } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup } from '../events/open-slot';
import { donor, check, rowsOf, on, town, id, slotId, begin, eventId, freshTown } from './open-drive';

freshTown();

describe('signing up for a blood drive', () => {
	it('takes one person after a self-check, and keeps its outcome, standard and day alone', async () => {
		const { answer, signupId } = await donor({ check: check({ outcome: 'ask-station' }) });
		expect(answer).toMatchObject({ ok: true, status: 'confirmed' });
		expect(await rowsOf('select * from donor_checks')).toMatchObject([
			{ signup_id: signupId, outcome: 'ask-station', standard: 'gb-18467-2011', on_date: on }
		]);
		expect(Object.keys((await rowsOf('select * from donor_checks'))[0]!)).toHaveLength(5);
	});

	it('is refused without a self-check, and with one for another day, for every writer', async () => {
		expect((await donor({ check: null })).answer).toEqual({ ok: false, refusal: 'check-missing' });
		expect((await donor({ check: check({ on: '2026-04-02' }) })).answer).toEqual({
			ok: false,
			refusal: 'check-missing'
		});
		expect(await rowsOf('select id from signups')).toEqual([]);
		expect(await rowsOf('select signup_id from donor_checks'), 'nothing is written').toEqual([]);
	});

	it('is refused with a self-check that was changed, or is older than two hours', async () => {
		const token = check({ outcome: 'ask-station' });
		expect((await donor({ check: token.replace('ask-station', 'eligible') })).answer).toMatchObject({
			refusal: 'check-expired'
		});
		town.clock.advance(2 * 3_600_000);
		expect((await donor({ check: token })).answer).toMatchObject({ refusal: 'check-expired' });
		expect(readCheckToken(town.ctx.keys, 'nonsense', town.ctx.now())).toBeNull();
	});

	it('is for one person each: online, on paper, at the door and on the slip', async () => {
		expect((await donor({ partySize: 2 })).answer).toEqual({ ok: false, refusal: 'one-person-each' });
		const { signupId } = await donor();
		expect(await changeParty(town.visitor, { id: id(), signupId, partySize: 2 })).toMatchObject({
			refusal: 'one-person-each'
		});
		const party = { id: id(), name: '试名乙', phone: null, villageId: null, partySize: 2 };
		expect(await enterSignups(town.as('liu'), { id: id(), slotId, parties: [party] })).toMatchObject({
			refusal: 'one-person-each'
		});
		begin();
		const walk = { id: id(), slotId, eventId, name: '' };
		expect(await walkIn(town.as('liu'), { ...walk, partySize: 2 })).toMatchObject({ refusal: 'one-person-each' });
	});

	it('on paper and at the door needs no self-check: the station decides on site', async () => {
		const party = { id: id(), name: '试名乙', phone: null, villageId: null, partySize: 1 };
		expect(await enterSignups(town.as('liu'), { id: id(), slotId, parties: [party] })).toMatchObject({ ok: true });
		begin();
		expect(await walkIn(town.as('liu'), { id: id(), slotId, eventId, name: '', partySize: 1 })).toMatchObject({
			ok: true
		});
	});

	it('again with the same form lands once, with its consent', async () => {
		const command = { ...newSignup(town, slotId), check: check(), mayHandOver: true };
		expect(await signUp(town.visitor, command)).toEqual(await signUp(town.visitor, command));
		expect(await rowsOf('select id from station_consents')).toHaveLength(1);
	});

	it('keeps an event from becoming a blood drive, or from being one no more', async () => {
		await donor();
		const { title, place, description, partner, contactPhone, unitId } = (await findEvent(town.ctx.db, eventId))!;
		const words = { title, place, description, partner, contactPhone, unitId };
		const lecture = { ...words, id: id(), eventId, kind: 'lecture', topic: 'health' } as const;
		expect(await editEvent(town.as('liu'), lecture)).toEqual({ ok: false, refusal: 'kind-has-signups' });
	});
});
