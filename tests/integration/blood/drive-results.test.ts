import { describe, expect, it } from 'vitest';
import { listDonations } from '../../../src/lib/server/db/blood/donations';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { walkIn } from '../../../src/lib/server/check-in/walk-ins';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { donor, record, line, begin, id, town, eventId, rowsOf, slotId, freshTown } from './open-drive';

freshTown();

describe('results of a drive', () => {
	it('are taken from its start on, of its own list, by staff of its unit', async () => {
		const { signupId } = await donor();
		expect(await record([line(signupId, 'first/whole-blood/400')])).toEqual({ ok: false, refusal: 'event-not-begun' });
		begin();
		for (const name of ['he', 'mei'] as const)
			expect(await record([line(signupId, 'deferred')], name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await record([line(id(), 'deferred')])).toMatchObject({ ok: false });
		expect(await record([line(signupId, 'first/whole-blood/250')])).toEqual({ ok: false, refusal: 'result-unknown' });
		expect(await record([line(signupId, 'first/whole-blood/400'), line(null, 'repeat/platelets/1')])).toEqual({
			ok: true
		});
		expect((await listDonations(town.ctx.db, eventId)).map(({ result }) => result)).toEqual([
			{ outcome: 'donated', kind: 'whole-blood', amount: 400, isFirst: true },
			{ outcome: 'donated', kind: 'platelets', amount: 1, isFirst: false }
		]);
	});

	it('are corrected with the old value in the trail, and taken back', async () => {
		const { signupId } = await donor();
		begin();
		await record([line(signupId, 'first/whole-blood/400')]);
		const [{ id: donationId } = { id: '' }] = await listDonations(town.ctx.db, eventId);
		await record([line(signupId, 'deferred', donationId)]);
		const entries = await rowsOf(`select detail from audit_entries where verb = 'recordDonations' order by rowid`);
		expect(JSON.parse(String(entries[1]!.detail))).toEqual({
			results: [{ donationId, before: 'first/whole-blood/400', after: 'deferred' }]
		});
		expect(await record([line(signupId, '', donationId)])).toEqual({ ok: true });
		expect(await listDonations(town.ctx.db, eventId)).toEqual([]);
		expect(await record([line(signupId, 'repeat/whole-blood/200')]), 'and written anew').toEqual({ ok: true });
	});

	it('of one person written by two at once are stored once', async () => {
		const { signupId } = await donor();
		begin();
		expect(await record([line(signupId, 'first/whole-blood/400')])).toEqual({ ok: true });
		expect(await record([line(signupId, 'first/whole-blood/200')])).toEqual({ ok: false, refusal: 'results-changed' });
	});

	it('are what the completion says, whatever is typed in, and move it when they are mended later', async () => {
		const liu = town.as('liu');
		const one = await donor();
		const two = await donor();
		begin();
		await record([line(one.signupId, 'first/whole-blood/400'), line(two.signupId, 'deferred')]);
		const counts = { id: id(), eventId, attended: 2, donors: 40, millilitres: 9999, note: '' };
		expect(await completeEvent(liu, counts)).toEqual({ ok: true });
		const completion = async () => (await findEvent(town.ctx.db, eventId))!.completion;
		expect(await completion()).toMatchObject({ attended: 2, donors: 1, millilitres: 400 });
		const donations = await listDonations(town.ctx.db, eventId);
		const deferred = donations.find(({ signupId }) => signupId === two.signupId)!;
		await record([line(two.signupId, 'repeat/whole-blood/300', deferred.id)]);
		expect(await completion()).toMatchObject({ donors: 2, millilitres: 700 });
		await expect(town.ctx.db.$client.execute('update event_completions set donors = 5, attended = 9')).rejects.toThrow(
			'results-say-otherwise'
		);
		expect(await record([line(null, 'first/whole-blood/200')]), 'more donors than people').toEqual({
			ok: false,
			refusal: 'donors-more-than-attended'
		});
	});

	it('keep the door from taking the walk-in back', async () => {
		const liu = town.as('liu');
		begin();
		const signupId = id();
		await walkIn(liu, { id: signupId, slotId, eventId, name: '', partySize: 1 });
		await record([line(signupId, 'first/whole-blood/200')]);
		expect(await undoCheckIn(liu, { id: id(), checkInId: signupId })).toEqual({ ok: false, refusal: 'has-result' });
	});
});
