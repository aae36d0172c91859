import { afterEach, beforeEach, expect } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { listOpenShifts, listOwnShifts } from '../../../src/lib/server/db/shifts/shift-lists';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { createShift } from '../../../src/lib/server/shifts/shifts';
import { giveBackShift, takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let liu: Context;
export let mei: Context;
export let tang: Context;
export let eventId: string;

export const at = (time: string) => instantOf('2026-03-20', time);

export async function openEvent({ publish = true } = {}): Promise<string> {
	const id = town.ctx.newId();
	await createEvent(liu, {
		id,
		unitId: town.units.sanxing,
		kind: 'lecture',
		topic: 'health',
		title: '健康讲座',
		place: '三星村文化广场',
		description: '',
		partner: '',
		contactPhone: '02370000001',
		slots: [{ id: town.ctx.newId(), startsAt: at('09:00'), endsAt: at('11:00'), capacity: null }]
	});
	if (publish) await publishEvent(liu, { id: town.ctx.newId(), eventId: id });
	return id;
}

export async function newShift(from: string, to: string, needed = 2, of = eventId): Promise<string> {
	const id = town.ctx.newId();
	const words = { duty: '签到引导', startsAt: at(from), endsAt: at(to), needed };
	expect(await createShift(liu, { id, eventId: of, ...words })).toEqual({ ok: true, shiftId: id });
	return id;
}

export const take = (ctx: Context, shiftId: string) => takeShift(ctx, { id: town.ctx.newId(), shiftId });
export const giveBack = (ctx: Context, claimId: string) => giveBackShift(ctx, { id: town.ctx.newId(), claimId });

export async function taken(ctx: Context, shiftId: string): Promise<string> {
	const answer = await take(ctx, shiftId);
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.claimId;
}

export function accountOf({ actor }: Context) {
	if (actor.kind !== 'account') throw new Error('an account is meant');
	return { accountId: actor.accountId, unitId: actor.unitId };
}

export const own = (ctx: Context) =>
	listOwnShifts(town.ctx.db, { accountId: accountOf(ctx).accountId, now: town.ctx.now() });

/** The shifts that an account can take. */
export const openShiftsOf = async (ctx: Context) =>
	(await listOpenShifts(town.ctx.db, { ...accountOf(ctx), now: town.ctx.now() })).rows;

/** Opens a town with an event before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		[liu, mei, tang] = [town.as('liu'), town.as('mei'), town.as('tang')];
		eventId = await openEvent();
	});
	afterEach(() => town.close());
}
