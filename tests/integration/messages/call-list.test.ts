import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../src/lib/domain/messages/message';
import { countOwnCalls, readCallList } from '../../../src/lib/server/messages/call-list';
import { recordCall, undoCall } from '../../../src/lib/server/messages/calls';
import { countMessages } from '../../../src/lib/server/db/messages/message-list';
import { cancelEvent, publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { matterText } from '../../../src/lib/ui/messages/matter-words';
import { countEntries, newSignup, openSlot, slotTimes } from '../events/open-slot';
import type { CastName } from '../cast';
import { town, cancelled, calls, drain, freshTown } from './call-town';

freshTown();

const minute = 60_000;

async function tick(name: CastName, messageId: string, outcome: CallOutcome, id = town.ctx.newId()) {
	return { id, ...(await recordCall(town.as(name), { id, messageId, outcome })) };
}

describe('the call list', () => {
	it('says whom to ring, at which number, and what to say', async () => {
		const { people } = await cancelled(1);
		const [call] = await calls('mei');
		expect(call).toMatchObject({ name: '试名甲', phone: people[0]!.phone, kind: 'cancellation', tries: 0 });
		expect(matterText(call!.matter)).toMatch(/无偿献血.*2026年4月1日（周三） 09:00—11:00.*取消.*下雨.*023-7123 4567/);
		expect(matterText(call!.matter, 'en')).toMatch(/is cancelled.*下雨/);
	});

	it('loses people who were reached or have a wrong number, and keeps who did not answer for an hour later', async () => {
		await cancelled(3);
		const [a, b, c] = await calls('mei');
		expect(await tick('mei', a!.id, 'reached')).toMatchObject({ ok: true });
		expect(await tick('mei', b!.id, 'wrong-number')).toMatchObject({ ok: true });
		expect(await tick('mei', c!.id, 'not-reached')).toMatchObject({ ok: true });
		expect(await calls('mei')).toMatchObject([{ id: c!.id, tries: 1, isLater: true }]);
		town.clock.advance(60 * minute);
		expect(await calls('mei')).toMatchObject([{ tries: 1, isLater: false }]);
		expect(await countMessages(town.ctx.db, town.units.town)).toEqual({ called: 1, unreachable: 1, call: 1 });
	});

	it('takes a tick once, from the first caller; the same tick again changes nothing', async () => {
		await cancelled(1);
		const [call] = await calls('mei');
		const { id } = await tick('mei', call!.id, 'reached');
		expect(await tick('mei', call!.id, 'reached', id)).toMatchObject({ ok: true });
		expect(await tick('zhou', call!.id, 'not-reached')).toMatchObject({ ok: false, refusal: 'call-settled' });
		expect(await countEntries(town, 'recordCall')).toBe(1);
	});

	it('lets its caller take a tick back, for a quarter of an hour', async () => {
		await cancelled(1);
		const [call] = await calls('mei');
		const { id: tickId } = await tick('mei', call!.id, 'reached');
		const undo = (name: CastName, id: string) => undoCall(town.as(name), { id: town.ctx.newId(), tickId: id });
		expect(await undo('zhou', tickId)).toMatchObject({ ok: false, refusal: 'not-your-unit' });
		expect((await readCallList(town.as('mei'))).ticks).toMatchObject([{ id: tickId, outcome: 'reached' }]);
		expect(await undo('mei', tickId)).toMatchObject({ ok: true });
		expect(await undo('mei', tickId)).toMatchObject({ ok: true });
		expect(await calls('mei')).toMatchObject([{ id: call!.id, tries: 0, isLater: false }]);
		expect((await readCallList(town.as('mei'))).ticks).toEqual([]);
		const again = await tick('mei', call!.id, 'wrong-number');
		town.clock.advance(15 * minute + 1);
		expect(await undo('mei', again.id)).toMatchObject({ ok: false, refusal: 'call-undo-too-late' });
	});

	it('shows a volunteer the events of the own unit and of the town, a cadre those of the own unit alone', async () => {
		await cancelled(1);
		const ctx = town.as('he');
		const [eventId, slotId] = [ctx.newId(), ctx.newId()];
		await createEvent(ctx, {
			id: eventId,
			unitId: town.units.hesha,
			kind: 'lecture',
			topic: 'health',
			title: '讲座',
			place: '河沙村',
			description: '',
			partner: '',
			contactPhone: '02371234567',
			slots: [{ id: slotId, ...slotTimes, capacity: null }]
		});
		await publishEvent(ctx, { id: ctx.newId(), eventId });
		await signUp(town.visitor, newSignup(town, slotId));
		await cancelEvent(ctx, { id: ctx.newId(), eventId, reason: '下雨' });
		await drain();
		const count = async (name: CastName) => [await countOwnCalls(town.as(name)), (await calls(name)).length];
		expect(await count('zhou')).toEqual([2, 2]);
		expect(await count('mei')).toEqual([2, 2]);
		expect(await count('tang')).toEqual([1, 1]);
		expect(await count('liu')).toEqual([0, 0]);
		expect(await count('he')).toEqual([1, 1]);
		const inHesha = (await calls('he'))[0]!;
		for (const name of ['tang', 'liu'] as const)
			expect(await tick(name, inHesha.id, 'reached')).toMatchObject({ ok: false, refusal: 'not-your-unit' });
		expect(
			await recordCall(town.visitor, { id: ctx.newId(), messageId: inHesha.id, outcome: 'reached' })
		).toMatchObject({
			ok: false
		});
	});

	it('forgets people who withdrew meanwhile, and everyone once the slot has begun', async () => {
		const { slotId } = await openSlot(town, 1);
		const [first, second] = [newSignup(town, slotId), newSignup(town, slotId)];
		for (const one of [first, second]) await signUp(town.visitor, one);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: first.id });
		await drain();
		expect(await calls('mei')).toMatchObject([{ kind: 'promotion' }]);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: second.id });
		expect(await calls('mei')).toEqual([]);
		await cancelled(1);
		expect(await calls('mei')).toHaveLength(1);
		town.clock.set(slotTimes.startsAt);
		expect(await calls('mei')).toEqual([]);
	});
});
