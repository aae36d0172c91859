import { describe, expect, it } from 'vitest';
import { findTask } from '../../../src/lib/server/db/targets/tasks';
import { withdrawTask } from '../../../src/lib/server/targets/tasks';
import { assign, newId, town, read, freshTown } from './task-town';

freshTown();

describe('withdrawing', () => {
	it('is for staff of the town, keeps the task with who, when and why, and once', async () => {
		const taskId = await assign();
		const act = { id: newId(), taskId, reason: '另有安排' };
		for (const ctx of [town.as('liu'), town.as('he'), town.as('tang')]) {
			expect(await withdrawTask(ctx, act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await withdrawTask(town.as('zhou'), act)).toEqual({ ok: true });
		expect(await withdrawTask(town.as('zhou'), act)).toEqual({ ok: true });
		expect(await withdrawTask(town.as('zhou'), { ...act, id: newId(), reason: '又一次' })).toEqual({
			ok: false,
			refusal: 'task-withdrawn'
		});
		const found = await findTask(town.ctx.db, taskId);
		expect(found?.withdrawal).toMatchObject({ reason: '另有安排', byId: town.accounts.zhou.id, at: town.ctx.now() });
		expect((await read(taskId)).state).toBe('withdrawn');
		expect(await withdrawTask(town.as('zhou'), { ...act, taskId: newId() })).toEqual({
			ok: false,
			refusal: 'task-unknown'
		});
	});
});
