import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPeople, findSignup } from '../../../src/lib/server/db/signups/signups';
import { findSlipByCode } from '../../../src/lib/server/db/signups/slips';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { correctSignup, type CorrectSignupCommand } from '../../../src/lib/server/signups/signup-corrections';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { newSignup, openSlot, type OpenSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let slot: OpenSlot;
let own: ReturnType<typeof newSignup>;

beforeEach(async () => {
	town = await openTestTown();
	slot = await openSlot(town, 2);
	await signUp(town.visitor, newSignup(town, slot.slotId, 2));
	own = { ...newSignup(town, slot.slotId, 2), companions: ['试名乙'] };
	await signUp(town.visitor, own);
});
afterEach(() => town.close());

describe('correcting a sign-up on its slip', () => {
	it('mends name and telephone, keeps the place in line, and the code opens the slip with the new number alone', async () => {
		const before = (await findSignup(town.ctx.db, own.id))!;
		expect(await correct({ name: '试名戊', phone: '13900001234' })).toEqual({ ok: true });
		const after = (await findSignup(town.ctx.db, own.id))!;
		expect(town.ctx.keys.open(after.signup.nameSealed, 'signups.name', own.id)).toBe('试名戊');
		expect(after).toMatchObject({ position: 1, signup: { rank: before.signup.rank, code: before.signup.code } });
		const slip = (phone: string) => findSlipByCode(town.ctx.db, town.ctx.keys.blindIndex(phone), before.signup.code);
		expect(await slip('13900001234')).toBeTruthy();
		expect(await slip(own.phone)).toBeNull();
		expect((await findPeople(town.ctx.db, own.id)).companions).toHaveLength(1);
	});

	it('names the fields in the audit trail and nothing of what they say', async () => {
		await correct({ name: '试名戊', phone: '13900001234', companions: ['试名己'] });
		const { rows } = await town.ctx.db.$client.execute("select detail from audit_entries where verb = 'correctSignup'");
		expect(rows.map(({ detail }) => detail)).toEqual([JSON.stringify({ fields: ['name', 'phone', 'companions'] })]);
	});

	it('is refused on the field for a telephone that is on the list, and for more names than people', async () => {
		const other = newSignup(town, slot.slotId);
		await signUp(town.visitor, other);
		expect(await correct({ phone: other.phone })).toEqual({ ok: false, refusal: 'already-signed-up' });
		expect(await correct({ companions: ['试名己', '试名庚'] })).toEqual({
			ok: false,
			refusal: 'more-names-than-people'
		});
		expect(await correct({})).toEqual({ ok: false, refusal: 'nothing-to-correct' });
	});

	it('sent twice is one correction', async () => {
		const command = { id: town.ctx.newId(), signupId: own.id, name: '试名戊', phone: null, companions: [] };
		expect(await correctSignup(town.visitor, command)).toEqual({ ok: true });
		town.clock.setDate('2026-04-01', '10:00');
		expect(await correctSignup(town.visitor, command)).toEqual({ ok: true });
	});

	it('is for staff of the event’s unit too, and for no others', async () => {
		expect(await correct({ name: '试名戊' }, town.as('zhou'))).toEqual({ ok: true });
		for (const who of ['he', 'mei', 'tang'] as const)
			expect(await correct({ name: '试名己' }, town.as(who)), who).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	it('ends with the start, with a withdrawal and with the event', async () => {
		town.clock.setDate('2026-04-01', '09:00');
		expect(await correct({ name: '试名戊' })).toEqual({ ok: false, refusal: 'slot-closed' });
		town.clock.setDate('2026-03-02');
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: own.id });
		expect(await correct({ name: '试名戊' })).toEqual({ ok: false, refusal: 'signup-withdrawn' });
		const other = newSignup(town, slot.slotId);
		await signUp(town.visitor, other);
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: slot.eventId, reason: '下雨' });
		expect(await correct({ signupId: other.id, name: '试名戊' })).toEqual({ ok: false, refusal: 'slot-closed' });
	});
});

const correct = (change: Partial<CorrectSignupCommand>, ctx = town.visitor) =>
	correctSignup(ctx, { id: town.ctx.newId(), signupId: own.id, name: null, phone: null, companions: [], ...change });
