import { describe, expect, it } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { findTask } from '../../../src/lib/server/db/targets/tasks';
import { replyToTask, withdrawTask } from '../../../src/lib/server/targets/tasks';
import { assign, newId, town, read, freshTown } from './task-town';

freshTown();

describe('a word back', () => {
	it('is for staff of the village and of the town, in order, and changes nothing of the task', async () => {
		const taskId = await assign();
		const say = (ctx: typeof town.ctx, text: string) => replyToTask(ctx, { id: newId(), taskId, text });
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			expect(await say(ctx, '不归我')).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await say(town.as('liu'), '农忙，月底开')).toEqual({ ok: true });
		town.clock.advance(60_000);
		expect(await say(town.as('zhou'), '好')).toEqual({ ok: true });
		const { replies } = (await findTask(town.ctx.db, taskId))!;
		expect(replies.map(({ text, by }) => [text, by!.id])).toEqual([
			['农忙，月底开', town.accounts.liu.id],
			['好', town.accounts.zhou.id]
		]);
		expect((await read(taskId)).state).toBe('open');
		const entries = await town.ctx.db.select().from(auditEntries);
		expect(JSON.stringify(entries)).not.toContain('农忙');
	});

	it('sent twice is stored once, and a withdrawn or unknown task takes none', async () => {
		const taskId = await assign();
		const word = { id: newId(), taskId, text: '收到' };
		await replyToTask(town.as('liu'), word);
		expect(await replyToTask(town.as('liu'), word)).toEqual({ ok: true });
		expect((await findTask(town.ctx.db, taskId))!.replies).toHaveLength(1);
		await withdrawTask(town.as('zhou'), { id: newId(), taskId, reason: '另有安排' });
		expect(await replyToTask(town.as('liu'), { ...word, id: newId() })).toEqual({
			ok: false,
			refusal: 'task-withdrawn'
		});
		expect(await replyToTask(town.as('liu'), { ...word, id: newId(), taskId: newId() })).toEqual({
			ok: false,
			refusal: 'task-unknown'
		});
	});
});
