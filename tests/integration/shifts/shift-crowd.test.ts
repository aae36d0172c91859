import { describe, expect, it } from 'vitest';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { newShift, mei, take, own, tang, town, eventId, freshTown, openShiftsOf } from './shift-town';

freshTown();

describe('under a crowd', () => {
	it('a shift that needs three gets exactly three of twenty', async () => {
		const shift = await newShift('09:00', '11:00', 3);
		const volunteers = await Promise.all(Array.from({ length: 20 }, (_, nth) => volunteer(nth)));
		const answers = await Promise.all(volunteers.map((ctx) => take(ctx, shift)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
		expect(answers.filter((answer) => !answer.ok && answer.refusal === 'shift-full')).toHaveLength(17);
		const [listed] = await listShiftsOfEvent(town.ctx.db, eventId);
		expect([listed!.taken, listed!.claims.length]).toEqual([3, 3]);
	});

	it('one volunteer who takes ten overlapping shifts at once has one', async () => {
		const shifts = await Promise.all(Array.from({ length: 10 }, (_, nth) => newShift(`09:0${nth}`, '11:00')));
		const answers = await Promise.all(shifts.map((shift) => take(mei, shift)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.refusal === 'shift-overlaps')).toHaveLength(9);
		expect(await own(mei)).toHaveLength(1);
	});

	it('a double tap on the same shift, under two ids, is one claim', async () => {
		const shift = await newShift('09:00', '11:00');
		const answers = await Promise.all([take(mei, shift), take(mei, shift)]);
		expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
		expect((await openShiftsOf(tang))[0]).toMatchObject({ taken: 1 });
	});
});

/** One more volunteer of the town. */
async function volunteer(nth: number): Promise<Context> {
	const accountId = town.ctx.newId();
	const username = `helper${nth}`;
	await town.ctx.db.$client.execute({
		sql: `insert into accounts (id, username, name_sealed, role, unit_id, password_hash, must_change_password, at)
			values (?, ?, 'v1.none', 'volunteer', ?, 'none', 0, 0)`,
		args: [accountId, username, town.units.town]
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
