import { eq } from 'drizzle-orm';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { taskForm } from '../../../src/lib/forms/targets/task';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { assignTask, withdrawTask } from '../../../src/lib/server/targets/tasks';
import { town, meetings, assign, ledger, read, newId, freshTown } from './task-town';

freshTown();

describe('giving a task', () => {
	it('is for staff of the town: not for a village’s cadre, in their own village neither, a volunteer or a visitor', async () => {
		const refusal = { ok: false, refusal: 'not-your-unit' };
		for (const ctx of [town.as('liu'), town.as('he'), town.as('mei'), town.as('tang'), town.visitor]) {
			expect(await assignTask(ctx, meetings())).toEqual(refusal);
		}
		expect(await assignTask(town.as('zhou'), meetings())).toEqual({ ok: true });
	});

	it('is to a village or community below, not to a group or to the town itself', async () => {
		const refusal = { ok: false, refusal: 'task-unit-wrong' };
		expect(await assignTask(town.as('zhou'), meetings({}, 'sanxingGroup1'))).toEqual(refusal);
		expect(await assignTask(town.as('zhou'), meetings({}, 'town'))).toEqual(refusal);
		expect(await assignTask(town.as('zhou'), meetings({}, 'qiaotou'))).toEqual({ ok: true });
	});

	it('is not to a closed village', async () => {
		const sql = "update units set valid_to_on = '2026-01-31' where id = ?";
		await town.ctx.db.$client.execute({ sql, args: [town.units.zhongba] });
		expect(await assignTask(town.as('zhou'), meetings({}, 'zhongba'))).toEqual({
			ok: false,
			refusal: 'unit-not-there'
		});
	});

	it('may be due today, not before, and not years ahead', async () => {
		const due = (dueOn: string) => assignTask(town.as('zhou'), meetings({ dueOn }));
		expect(await due('2026-03-01')).toEqual({ ok: false, refusal: 'due-in-past' });
		expect(await due('2036-03-31')).toEqual({ ok: false, refusal: 'due-too-far' });
		expect(await due('2026-03-02')).toEqual({ ok: true });
	});

	it('waits while one of the same kind is in hand, and may follow when that one is done or withdrawn', async () => {
		const first = await assign({ quantity: 1 });
		const refusal = { ok: false, refusal: 'task-open-already' };
		expect(await assignTask(town.as('zhou'), meetings())).toEqual(refusal);
		expect(await assignTask(town.as('zhou'), meetings({ figure: 'village-rule-studies' }))).toEqual({ ok: true });
		expect(await assignTask(town.as('zhou'), meetings({}, 'hesha'))).toEqual({ ok: true });
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-02');
		expect((await read(first)).state).toBe('done');
		expect(await assignTask(town.as('zhou'), meetings()), 'the records of a day are not asked for twice').toEqual(
			refusal
		);
		town.clock.setDate('2026-03-03');
		const second = await assign();
		await withdrawTask(town.as('zhou'), { id: newId(), taskId: second, reason: '写错了' });
		await assign();
	});

	it('twice at once gives one, and sent twice lands once', async () => {
		const both = await Promise.all([1, 2].map(() => assignTask(town.as('zhou'), meetings())));
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		const command = meetings({}, 'hesha');
		await assignTask(town.as('zhou'), command);
		expect(await assignTask(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await town.ctx.db.$count(auditEntries, eq(auditEntries.verb, 'assignTask'))).toBe(2);
	});

	it('asks only for work that records fulfil, of at least one', () => {
		const typed = { ...meetings(), quantity: '3' };
		const codeOf = (over: object) => safeParse(taskForm(figures), { ...typed, ...over }).issues?.[0]?.message;
		expect(codeOf({})).toBeUndefined();
		for (const figure of ['banquets-held', 'banquets-dissuaded', 'complaints', 'grid-helpers', 'nothing', '']) {
			expect(codeOf({ figure })).toBe('figure-missing');
		}
		expect(codeOf({ quantity: '0' })).toBe('number-below-one');
		expect(codeOf({ dueOn: '2026-02-30' })).toBe('date-wrong');
	});

	it('is never changed afterwards by any account', async () => {
		await assign();
		const { $client } = town.ctx.db;
		await expect($client.execute('update tasks set quantity = 1')).rejects.toThrow('never changed');
		await expect($client.execute("update tasks set due_on = '2026-12-31'")).rejects.toThrow('never changed');
	});
});
