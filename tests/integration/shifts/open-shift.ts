import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listOwnShifts } from '../../../src/lib/server/db/shifts/shift-lists';
import { createEvent } from '../../../src/lib/server/events/events';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { createShift } from '../../../src/lib/server/shifts/shifts';
import { giveBackShift, takeShift } from '../../../src/lib/server/shifts/shift-claims';
import type { TestTown } from '../test-town';

/** An instant of 2026-03-20, the day of these events. */
export const at = (time: string) => instantOf('2026-03-20', time);

/** The short ways of the tests about shifts, in a town of their own. */
export const shiftsOf = (town: TestTown) => ({
	id: () => town.ctx.newId(),
	openEvent: () => openEvent(town),
	newShift: (eventId: string, from: string, to: string, needed = 1) => newShift(town, eventId, { from, to, needed }),
	taken: (ctx: Context, shiftId: string) => taken(town, ctx, shiftId),
	giveBack: (ctx: Context, claimId: string) => giveBackShift(ctx, { id: town.ctx.newId(), claimId }),
	held,
	volunteer: (nth: number) => volunteer(town, nth)
});

/** A published event of 三星村; out: its id. */
async function openEvent(town: TestTown): Promise<string> {
	const liu = town.as('liu');
	const eventId = town.ctx.newId();
	await createEvent(liu, {
		id: eventId,
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
	await publishEvent(liu, { id: town.ctx.newId(), eventId });
	return eventId;
}

/** A shift; out: its id. */
async function newShift(
	town: TestTown,
	eventId: string,
	{ from, to, needed }: { from: string; to: string; needed: number }
): Promise<string> {
	const words = { duty: '签到引导', startsAt: at(from), endsAt: at(to), needed };
	const made = await createShift(town.as('liu'), { id: town.ctx.newId(), eventId, ...words });
	if (!made.ok) throw new Error(made.refusal);
	return made.shiftId;
}

/** Takes a shift; out: the claim. */
async function taken(town: TestTown, ctx: Context, shiftId: string): Promise<string> {
	const answer = await takeShift(ctx, { id: town.ctx.newId(), shiftId });
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.claimId;
}

/** The shifts an account holds, at any time of the clock. */
async function held(ctx: Context): Promise<string[]> {
	return (await listOwnShifts(ctx.db, { accountId: accountOf(ctx), now: 0 })).map((shift) => shift.id);
}

/** One more volunteer of the town. */
async function volunteer(town: TestTown, nth: number): Promise<Context> {
	const accountId = town.ctx.newId();
	const username = `more${nth}`;
	await town.ctx.db.$client.execute({
		sql: `insert into accounts (id, username, name_sealed, role, unit_id, password_hash, must_change_password, at)
			values (?, ?, ?, 'volunteer', ?, 'none', 0, 0)`,
		args: [accountId, username, town.ctx.keys.seal(`添试${nth}`, 'accounts.name', accountId), town.units.town]
	});
	return actAs(town.ctx, {
		kind: 'account',
		accountId,
		username,
		role: 'volunteer',
		unitId: town.units.town,
		mustChangePassword: false
	});
}

/** The account that acts. */
export function accountOf({ actor }: Context): string {
	if (actor.kind !== 'account') throw new Error('an account is meant');
	return actor.accountId;
}
