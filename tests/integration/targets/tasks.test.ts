import { eq } from 'drizzle-orm';
import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { findFigure, type FigureId } from '../../../src/lib/domain/figures/figure';
import { taskForm } from '../../../src/lib/forms/targets/task';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { listFigureRecords } from '../../../src/lib/server/db/figures/figure-records';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { findTask, listTaskYears } from '../../../src/lib/server/db/targets/tasks';
import {
	assignTask,
	readTasks,
	readTasksInHand,
	replyToTask,
	withdrawTask,
	type AssignTaskCommand
} from '../../../src/lib/server/targets/tasks';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;
beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const newId = () => town.ctx.newId();

/** Three villagers' meetings by 三星村, from 2026-03-02 to 2026-03-31. */
function meetings(changes: Partial<AssignTaskCommand> = {}, unit: TestUnit = 'sanxing'): AssignTaskCommand {
	return {
		id: newId(),
		unitId: town.units[unit],
		figure: 'villagers-meetings' as FigureId,
		quantity: 3,
		dueOn: '2026-03-31',
		note: '',
		...changes
	};
}

async function assign(changes: Partial<AssignTaskCommand> = {}, unit: TestUnit = 'sanxing'): Promise<string> {
	const command = meetings(changes, unit);
	expect(await assignTask(town.as('zhou'), command)).toEqual({ ok: true });
	return command.id;
}

async function read(taskId: string, today = '2026-03-20') {
	const tasks = await readTasks(town.ctx.db, { scope: town.units.town, today, filter: {} });
	const { state, progress } = tasks.find(({ id }) => id === taskId)!;
	return { state, ...progress };
}

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
			refusal: 'task-unit-wrong'
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
		const codeOf = (over: object) => safeParse(taskForm, { ...typed, ...over }).issues?.[0]?.message;
		expect(codeOf({})).toBeUndefined();
		for (const figure of ['banquets-held', 'banquets-dissuaded', 'complaints', 'grid-helpers', 'nothing', '']) {
			expect(codeOf({ figure })).toBe('figure-missing');
		}
		expect(codeOf({ quantity: '0' })).toBe('number-out-of-range');
		expect(codeOf({ dueOn: '2026-02-30' })).toBe('date-wrong');
	});

	it('is never changed afterwards by any account', async () => {
		await assign();
		const { $client } = town.ctx.db;
		await expect($client.execute('update tasks set quantity = 1')).rejects.toThrow('never changed');
		await expect($client.execute("update tasks set due_on = '2026-12-31'")).rejects.toThrow('never changed');
	});
});

describe('what becomes of a task', () => {
	it('is done by records of its figure, in its village and below, dated from the day it was given to the due day', async () => {
		const task = await assign();
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-01');
		await ledger.activity('villagers-meeting', 'hesha', '2026-03-10');
		await ledger.activity('villagers-meeting', 'town', '2026-03-10');
		await ledger.activity('village-rule-study', 'sanxing', '2026-03-10');
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-10', { removed: true });
		expect(await read(task)).toEqual({ state: 'open', inTime: 0, soFar: 0 });
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-02');
		await ledger.activity('villagers-meeting', 'sanxingGroup1', '2026-03-10');
		expect(await read(task)).toEqual({ state: 'open', inTime: 2, soFar: 2 });
		expect((await read(task, '2026-04-01')).state).toBe('overdue');
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-31', { quantity: 40 });
		expect(await read(task, '2026-03-31')).toEqual({ state: 'done', inTime: 3, soFar: 3 });
		expect((await read(task, '2026-04-20')).state).toBe('done');
	});

	it('is done late by records after the due day, and says so', async () => {
		const task = await assign({ quantity: 1 });
		await ledger.activity('villagers-meeting', 'sanxing', '2026-04-02');
		expect((await read(task, '2026-04-01')).state).toBe('overdue');
		expect(await read(task, '2026-04-02')).toEqual({ state: 'done-late', inTime: 0, soFar: 1 });
	});

	it('follows a record that is struck out again', async () => {
		const task = await assign({ quantity: 1 });
		const record = await ledger.activity('villagers-meeting', 'sanxing', '2026-03-10');
		expect((await read(task)).state).toBe('done');
		const sql = 'insert into activity_removals (activity_id, reason, at) values (?, ?, 0)';
		await town.ctx.db.$client.execute({ sql, args: [record, '重复'] });
		expect((await read(task)).state).toBe('open');
	});

	it('counts completed events by their day, sums quantities of displays, and adds what a figure adds together', async () => {
		const lectures = await assign({ figure: 'health-lectures', quantity: 1 });
		const slogans = await assign({ figure: 'slogans', quantity: 9 });
		const both = await assign({ figure: 'blood-and-checkups', quantity: 2 });
		await ledger.event('lecture', 'sanxing', '2026-03-31', { topic: 'health', time: '23:30' });
		await ledger.event('lecture', 'sanxing', '2026-04-01', { topic: 'health', time: '00:00' });
		await ledger.event('lecture', 'sanxing', '2026-03-12', { topic: 'health', completed: false });
		await ledger.activity('slogan', 'sanxing', '2026-03-12', { quantity: 8 });
		await ledger.event('blood-drive', 'sanxing', '2026-03-12');
		await ledger.activity('disability-check-up', 'sanxing', '2026-03-13');
		expect(await read(lectures, '2026-04-30')).toEqual({ state: 'done', inTime: 1, soFar: 2 });
		expect(await read(slogans)).toEqual({ state: 'open', inTime: 8, soFar: 8 });
		expect(await read(both)).toEqual({ state: 'done', inTime: 2, soFar: 2 });
	});

	it('is counted from the very records that the figure lists', async () => {
		const figures: FigureId[] = [
			'health-lectures',
			'villagers-meetings',
			'slogans',
			'defence-boards',
			'arts-performances'
		];
		const ids = await Promise.all(figures.map((figure) => assign({ figure, quantity: 50 })));
		for (let day = 0; day < 20; day++) {
			const on = addDays('2026-02-20', day * 3);
			await ledger.activity(day % 2 ? 'slogan' : 'villagers-meeting', 'sanxing', on, { quantity: day + 1 });
			await ledger.activity('defence-board', 'sanxingGroup1', on, { quantity: 2 });
			await ledger.event(day % 3 ? 'lecture' : 'performance', 'sanxing', on, day % 3 ? { topic: 'health' } : {});
		}
		const today = '2026-04-10';
		for (const [at, id] of ids.entries()) {
			const { source } = findFigure(figures[at]!)!;
			const list = (toOn: string) =>
				listFigureRecords(town.ctx.db, town.units.sanxing, source, { fromOn: '2026-03-02', toOn });
			const { inTime, soFar } = await read(id, today);
			expect([inTime, soFar]).toEqual([(await list('2026-03-31')).total, (await list(today)).total]);
			expect(inTime).toBeGreaterThan(0);
		}
	});

	it('is read in two round trips for any number of tasks', async () => {
		for (const figure of ['health-lectures', 'slogans', 'micro-talks'] as const) {
			for (const unit of ['sanxing', 'hesha', 'zhongba'] as const) await assign({ figure }, unit);
		}
		const { value, count } = await countRoundTrips(() =>
			readTasksInHand(town.ctx.db, { scope: town.units.town, today: '2026-03-20' })
		);
		expect([value.length, count]).toEqual([9, 2]);
	});
});

describe('the list of tasks', () => {
	it('shows a village its own, the town all, the most urgent first; done and withdrawn ones are not in hand', async () => {
		const late = await assign({ dueOn: '2026-03-10' });
		const other = await assign({ dueOn: '2026-03-31' }, 'hesha');
		const done = await assign({ figure: 'slogans', quantity: 1 });
		const back = await assign({ figure: 'health-lectures' });
		await ledger.activity('slogan', 'sanxing', '2026-03-05');
		await withdrawTask(town.as('zhou'), { id: newId(), taskId: back, reason: '另有安排' });
		const today = '2026-03-20';
		const inHand = async (unit: TestUnit) =>
			(await readTasksInHand(town.ctx.db, { scope: town.units[unit], today })).map(({ id }) => id);
		expect(await inHand('town')).toEqual([late, other]);
		expect(await inHand('sanxing')).toEqual([late]);
		expect(await inHand('zhongba')).toEqual([]);
		const all = await readTasks(town.ctx.db, { scope: town.units.sanxing, today, filter: {} });
		expect(all.map(({ id, state }) => [id, state])).toEqual(
			expect.arrayContaining([
				[late, 'overdue'],
				[done, 'done'],
				[back, 'withdrawn']
			])
		);
		const ofHesha = { unitId: town.units.hesha, dueFrom: '2026-01-01', dueTo: '2026-12-31' };
		expect(await readTasks(town.ctx.db, { scope: town.units.town, today, filter: ofHesha })).toHaveLength(1);
		expect(await listTaskYears(town.ctx.db, town.units.town)).toEqual([2026]);
	});
});

describe('withdrawing', () => {
	it('is for staff of the town, keeps the task with who, when and why, and twice is once', async () => {
		const taskId = await assign();
		const act = { id: newId(), taskId, reason: '另有安排' };
		for (const ctx of [town.as('liu'), town.as('he'), town.as('tang')]) {
			expect(await withdrawTask(ctx, act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await withdrawTask(town.as('zhou'), act)).toEqual({ ok: true });
		expect(await withdrawTask(town.as('zhou'), { ...act, id: newId(), reason: '又一次' })).toEqual({ ok: true });
		const found = await findTask(town.ctx.db, taskId);
		expect(found?.withdrawal).toMatchObject({ reason: '另有安排', byId: town.accounts.zhou.id, at: town.ctx.now() });
		expect((await read(taskId)).state).toBe('withdrawn');
		expect(await withdrawTask(town.as('zhou'), { ...act, taskId: newId() })).toEqual({
			ok: false,
			refusal: 'task-unknown'
		});
	});
});

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
