import { describe, expect, it } from 'vitest';
import { addMonths, instantOf } from '../../../src/lib/domain/calendar/calendar';
import { setDonationStandard } from '../../../src/lib/server/blood/donation-standards';
import {
	askDonationReminder,
	dropDonationReminder,
	readNextDonation
} from '../../../src/lib/server/blood/donation-reminders';
import { checkIn } from '../../../src/lib/server/check-in/check-in';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { donor, begin, town, id, slotId, record, line, on, rowsOf, freshTown } from './open-drive';

freshTown();

describe('after giving', () => {
	/** A donor who gave 400 ml on the day. */
	async function gave() {
		const { signupId } = await donor();
		begin();
		await checkIn(town.as('liu'), { id: id(), slotId, signupId, people: null, how: 'list' });
		await record([line(signupId, 'first/whole-blood/400')]);
		return signupId;
	}
	const next = (signupId: string) =>
		readNextDonation(town.visitor, { id: signupId, slotStartsAt: instantOf(on, '09:00') });

	it('the next days follow from the standard in force', async () => {
		const signupId = await gave();
		expect(await next(signupId)).toEqual({ wholeBloodOn: '2026-10-01', plateletsOn: '2026-07-01' });
		const draft = { id: id(), standard: 'draft-2025', fromOn: '2026-04-01' } as const;
		expect(await setDonationStandard(town.as('zhou'), draft)).toEqual({ ok: true });
		expect(await next(signupId)).toMatchObject({ wholeBloodOn: '2026-06-30' });
	});

	it('a donor who was deferred has none, and no reminder is taken', async () => {
		const { signupId } = await donor();
		begin();
		await record([line(signupId, 'deferred')]);
		expect(await next(signupId)).toBeNull();
		expect(await askDonationReminder(town.visitor, { id: id(), signupId })).toEqual({
			ok: false,
			refusal: 'no-donation'
		});
	});

	const drain = () =>
		drainOutbox({
			ctx: town.ctx,
			words: () => ({ subject: '', text: '' })
		});
	const due = () => rowsOf(`select state, reason from messages where kind = 'donation-due'`);

	it('the reminder goes out on its day, once; the telephone is kept until then and erased after', async () => {
		const signupId = await gave();
		for (const _ of [1, 2])
			expect(await askDonationReminder(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		town.clock.setDate('2026-09-30', '10:00');
		await drain();
		expect(await due()).toEqual([]);
		expect(await erasePersonalData(town.ctx), 'due by the days, but awaited').toBe(0);
		town.clock.setDate('2026-10-01', '10:00');
		for (const _ of [1, 2]) await drain();
		expect(await due()).toMatchObject([{ state: 'call' }]);
		expect(await erasePersonalData(town.ctx)).toBe(0);
		await town.ctx.db.$client.execute(`update messages set state = 'called' where kind = 'donation-due'`);
		expect(await erasePersonalData(town.ctx)).toBe(1);
	});

	it('a reminder taken back is not sent, and keeps nothing', async () => {
		const signupId = await gave();
		await askDonationReminder(town.visitor, { id: id(), signupId });
		town.clock.setDate('2026-10-01', '10:00');
		await drain();
		for (const _ of [1, 2])
			expect(await dropDonationReminder(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		await drain();
		expect(await due()).toMatchObject([{ state: 'dropped', reason: 'not-wanted' }]);
		expect(await erasePersonalData(town.ctx)).toBe(1);
	});

	it('a reminder that never went out keeps no telephone number for longer than thirty days', async () => {
		const signupId = await gave();
		await askDonationReminder(town.visitor, { id: id(), signupId });
		town.clock.setDate(addMonths('2026-10-01', 1), '10:00');
		expect(await erasePersonalData(town.ctx)).toBe(1);
		await drain();
		expect(await due(), 'and it is not sent late').toEqual([]);
	});
});
