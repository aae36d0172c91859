import { afterEach, beforeEach, expect } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { recordDonations, type ResultLine } from '../../../src/lib/server/blood/donations';
import { makeCheckToken, type DonorCheck } from '../../../src/lib/server/blood/donor-check';
import { createEvent } from '../../../src/lib/server/events/events';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

export const on = '2026-04-01';
export let town: TestTown;
export let eventId: string;
export let slotId: string;

export const id = () => town.ctx.newId();
export const check = (over: Partial<DonorCheck> = {}) =>
	makeCheckToken(town.ctx.keys, { outcome: 'eligible', standard: 'gb-18467-2011', on, ...over }, town.ctx.now());

/** A villager signs up after a self-check. */
export async function donor(over: { check?: string | null; partySize?: number; mayHandOver?: boolean } = {}) {
	const command = { ...newSignup(town, slotId), check: check(), ...over };
	return { signupId: command.id, answer: await signUp(town.visitor, command) };
}

export const begin = () => town.clock.setDate(on, '09:10');
export const record = (lines: ResultLine[], as: 'liu' | 'he' | 'mei' | 'zhou' = 'liu') =>
	recordDonations(town.as(as), { id: id(), eventId, lines });
export const line = (signupId: string | null, code: string, donationId: string | null = null) => ({
	signupId,
	donationId,
	code
});

export async function rowsOf(query: string) {
	return (await town.ctx.db.$client.execute(query)).rows;
}

/** Opens a town with a blood drive before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		const liu = town.as('liu');
		[eventId, slotId] = [liu.newId(), liu.newId()];
		const words = { title: '无偿献血', place: '文化广场', description: '', partner: '试验血站', topic: null } as const;
		const slots = [{ id: slotId, startsAt: instantOf(on, '09:00'), endsAt: instantOf(on, '11:00'), capacity: 4 }];
		const drive = {
			id: eventId,
			unitId: town.units.sanxing,
			kind: 'blood-drive',
			contactPhone: '02371234567'
		} as const;
		expect(await createEvent(liu, { ...drive, ...words, slots })).toMatchObject({ ok: true });
		expect(await publishEvent(liu, { id: liu.newId(), eventId })).toEqual({ ok: true });
	});
	afterEach(() => town.close());
}
