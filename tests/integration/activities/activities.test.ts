import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkedZeroForm, activityForm } from '../../../src/lib/forms/activities/activity';
import { safeParse } from 'valibot';
import {
	countByMonth,
	findActivity,
	listActivities,
	listCheckedZeros,
	listSheet,
	sumActivities
} from '../../../src/lib/server/db/activities/activities';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import {
	correctActivity,
	recordActivity,
	recordCheckedZero,
	removeActivity,
	type RecordActivityCommand
} from '../../../src/lib/server/activities/activities';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const newId = () => town.ctx.newId();

function meeting(changes: Partial<RecordActivityCommand> = {}, unit: TestUnit = 'sanxing'): RecordActivityCommand {
	return {
		id: newId(),
		unitId: town.units[unit],
		kind: 'villagers-meeting',
		doneOn: '2026-02-20',
		quantity: 1,
		subject: '学习村规民约',
		place: '村委会',
		audience: '全体村民',
		result: '形成决议',
		responsible: '刘测试',
		evidence: '照片2张',
		note: '',
		...changes
	};
}
const complaint = (doneOn: string, unit?: TestUnit) =>
	meeting({ kind: 'complaint', doneOn, subject: '反映大操大办' }, unit);
const zero = (month: string, unit: TestUnit = 'sanxing') => ({
	id: newId(),
	unitId: town.units[unit],
	kind: 'complaint' as const,
	month,
	responsible: '刘测试'
});
const auditOf = (id: string) => town.ctx.db.select().from(auditEntries).where(eq(auditEntries.id, id)).get();

describe('entering', () => {
	test('a cadre enters work done, and the 责任人 lies sealed', async () => {
		const command = meeting();
		expect(await recordActivity(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.activity).toMatchObject({ subject: '学习村规民约', quantity: 1, byId: town.accounts.liu.id });
		expect(found?.activity.responsibleSealed).not.toContain(command.responsible);
		expect(JSON.stringify(await auditOf(command.id))).not.toContain(command.responsible);
	});

	test('is for staff of the unit and of those above it, down to its groups', async () => {
		const refusal = { ok: false, refusal: 'not-your-unit' };
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor])
			expect(await recordActivity(ctx, meeting())).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({}, 'town'))).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({}, 'sanxingGroup1'))).toMatchObject({ ok: true });
		expect(await recordActivity(town.as('zhou'), meeting())).toMatchObject({ ok: true });
	});

	test('work that lies ahead is refused', async () => {
		const refusal = { ok: false, refusal: 'date-in-future' };
		expect(await recordActivity(town.as('liu'), meeting({ doneOn: '2026-03-03' }))).toEqual(refusal);
		expect(await recordActivity(town.as('liu'), meeting({ doneOn: '2026-03-02' }))).toMatchObject({ ok: true });
	});

	test('the same submission twice lands once', async () => {
		const command = meeting();
		const answers = await Promise.all([1, 2, 3].map(() => recordActivity(town.as('liu'), command)));
		expect(answers).toEqual(Array(3).fill({ ok: true, activityId: command.id }));
		expect((await listActivities(town.ctx.db, town.units.town)).rows).toHaveLength(1);
	});

	test('a checked zero cannot be slipped in as an ordinary entry, nor a quantity of 0', () => {
		const typed = { ...meeting(), quantity: '1' };
		expect(safeParse(activityForm, typed).success).toBe(true);
		expect(safeParse(activityForm, { ...typed, kind: 'checked-zero' }).success).toBe(false);
		expect(safeParse(activityForm, { ...typed, quantity: '0' }).success).toBe(false);
		expect(safeParse(checkedZeroForm, { ...zero('2026-13'), evidence: '' }).success).toBe(false);
	});
});

describe('correcting', () => {
	test('changes the entry and keeps the old values in the audit trail', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const act = newId();
		const correction = {
			...command,
			id: act,
			activityId: command.id,
			quantity: 3,
			subject: '院坝会',
			responsible: '何测试'
		};
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toMatchObject({ ok: true });
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.activity).toMatchObject({ quantity: 3, subject: '院坝会' });
		const opened = town.ctx.keys.open(found!.activity.responsibleSealed, 'activities.responsible', command.id);
		expect(opened).toBe('何测试');
		const detail = JSON.parse((await auditOf(act))!.detail!) as Record<string, unknown>;
		expect(detail).toMatchObject({
			before: { quantity: 1, subject: '学习村规民约' },
			after: { quantity: 3, subject: '院坝会' },
			changed: ['responsible']
		});
		expect(JSON.stringify(detail)).not.toContain('测试');
	});

	test('cannot move an entry into or out of another village', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const moved = { ...command, id: newId(), activityId: command.id, unitId: town.units.hesha };
		expect(await correctActivity(town.as('liu'), { ...moved, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await correctActivity(town.as('he'), { ...moved, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await correctActivity(town.as('zhou'), { ...moved, reason: '写错了' })).toMatchObject({ ok: true });
	});

	test('of an unknown entry, or into the future, is refused', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const correct = (changes: object) =>
			correctActivity(town.as('liu'), {
				reason: '写错了',
				...command,
				id: newId(),
				activityId: command.id,
				...changes
			});
		expect(await correct({ activityId: newId() })).toEqual({ ok: false, refusal: 'activity-unknown' });
		expect(await correct({ doneOn: '2026-12-31' })).toEqual({ ok: false, refusal: 'date-in-future' });
	});
});

describe('striking out', () => {
	test('takes an entry out of list and sums but keeps it readable, with who, when and why', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const act = { id: newId(), activityId: command.id, reason: '重复登记' };
		expect(await removeActivity(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await removeActivity(town.as('liu'), act)).toEqual({ ok: true });
		expect((await listActivities(town.ctx.db, town.units.town)).rows).toHaveLength(0);
		expect(await sumActivities(town.ctx.db, town.units.town)).toEqual([]);
		const found = await findActivity(town.ctx.db, command.id);
		expect(found?.removal).toMatchObject({ reason: '重复登记', byId: town.accounts.liu.id, at: town.ctx.now() });
		expect((await listActivities(town.ctx.db, town.units.town, { isRemoved: true })).rows).toHaveLength(1);
	});

	test('twice is once, and the entry can no longer be corrected', async () => {
		const command = meeting();
		await recordActivity(town.as('liu'), command);
		const remove = () => removeActivity(town.as('liu'), { id: newId(), activityId: command.id, reason: '重复登记' });
		expect(await Promise.all([remove(), remove()])).toEqual([{ ok: true }, { ok: true }]);
		const correction = { ...command, id: newId(), activityId: command.id };
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'activity-removed'
		});
	});
});

describe('a checked zero', () => {
	test('is an entry of its own, dated today, one a unit and month', async () => {
		const command = zero('2026-02');
		expect(await recordCheckedZero(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		expect((await findActivity(town.ctx.db, command.id))?.activity).toMatchObject({
			kind: 'checked-zero',
			zeroKind: 'complaint',
			zeroMonth: '2026-02',
			quantity: 0,
			doneOn: '2026-03-02'
		});
		expect(await recordCheckedZero(town.as('liu'), command)).toEqual({ ok: true, activityId: command.id });
		const again = await recordCheckedZero(town.as('liu'), zero('2026-02'));
		expect(again).toEqual({ ok: false, refusal: 'month-already-checked' });
		expect(await recordCheckedZero(town.as('liu'), zero('2026-01'))).toMatchObject({ ok: true });
	});

	test('waits for the month’s last day', async () => {
		const refusal = { ok: false, refusal: 'month-not-over' };
		expect(await recordCheckedZero(town.as('liu'), zero('2026-03'))).toEqual(refusal);
		town.clock.setDate('2026-03-31');
		expect(await recordCheckedZero(town.as('liu'), zero('2026-03'))).toMatchObject({ ok: true });
	});

	test('is refused where the month has an entry, also one of a unit below', async () => {
		await recordActivity(town.as('zhou'), complaint('2026-02-10', 'sanxingGroup1'));
		const refusal = { ok: false, refusal: 'month-has-records' };
		expect(await recordCheckedZero(town.as('liu'), zero('2026-02'))).toEqual(refusal);
		expect(await recordCheckedZero(town.as('zhou'), zero('2026-02', 'town'))).toEqual(refusal);
		expect(await recordCheckedZero(town.as('he'), zero('2026-02', 'hesha'))).toMatchObject({ ok: true });
	});

	test('and an entry sent at the same moment: one of the two is refused, in either order', async () => {
		const answers = await Promise.all([
			recordCheckedZero(town.as('liu'), zero('2026-02')),
			recordActivity(town.as('liu'), complaint('2026-02-10', 'sanxingGroup1'))
		]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	});

	test('keeps such an entry out of its month until it is struck out', async () => {
		const checked = zero('2026-02', 'town');
		await recordCheckedZero(town.as('zhou'), checked);
		const refusal = { ok: false, refusal: 'month-checked-zero' };
		expect(await recordActivity(town.as('liu'), complaint('2026-02-10'))).toEqual(refusal);
		const other = meeting({ doneOn: '2026-02-10' });
		expect(await recordActivity(town.as('liu'), other)).toMatchObject({ ok: true });
		const turned = { ...other, id: newId(), activityId: other.id, kind: 'complaint' as const };
		expect(await correctActivity(town.as('liu'), { ...turned, reason: '写错了' })).toEqual(refusal);
		await removeActivity(town.as('zhou'), { id: newId(), activityId: checked.id, reason: '补录' });
		expect(await recordActivity(town.as('liu'), complaint('2026-02-10'))).toMatchObject({ ok: true });
	});

	test('is struck out and checked again, never corrected', async () => {
		const checked = zero('2026-02');
		await recordCheckedZero(town.as('liu'), checked);
		const correction = { ...meeting(), activityId: checked.id };
		expect(await correctActivity(town.as('liu'), { ...correction, reason: '写错了' })).toEqual({
			ok: false,
			refusal: 'checked-zero-not-corrected'
		});
		await removeActivity(town.as('liu'), { id: newId(), activityId: checked.id, reason: '漏看了一个信箱' });
		expect(await recordCheckedZero(town.as('liu'), zero('2026-02'))).toMatchObject({ ok: true });
	});

	test('differs from a month without data, and from one with entries', async () => {
		await recordCheckedZero(town.as('zhou'), zero('2026-01', 'town'));
		await recordActivity(town.as('liu'), complaint('2026-02-10'));
		const zeros = await listCheckedZeros(town.ctx.db, town.units.sanxing, 'complaint', 2026);
		expect(zeros.map(({ month }) => month)).toEqual(['2026-01']);
		expect(await countByMonth(town.ctx.db, town.units.sanxing, 'complaint', 2026)).toEqual([
			{ month: '2026-02', count: 1 }
		]);
	});
});

describe('the ledger', () => {
	test('a cadre sees the own village and its groups alone', async () => {
		for (const unit of ['town', 'sanxing', 'sanxingGroup1', 'hesha'] as const)
			await recordActivity(town.as('zhou'), meeting({}, unit));
		const { rows } = await listActivities(town.ctx.db, town.units.sanxing);
		expect(rows.map(({ unit, parent }) => [unit.name, parent?.name]).sort()).toEqual([
			['三星村', '太平场镇'],
			['三星村一组', '三星村']
		]);
		expect((await listActivities(town.ctx.db, town.units.sanxing, { unitId: town.units.hesha })).rows).toEqual([]);
	});

	test('is narrowed to a kind, a year, a month', async () => {
		for (const doneOn of ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'])
			await recordActivity(town.as('liu'), meeting({ doneOn }));
		await recordActivity(town.as('liu'), meeting({ kind: 'slogan', doneOn: '2026-01-15', quantity: 5 }));
		const on = async (filter: Parameters<typeof listSheet>[2]) =>
			(await listSheet(town.ctx.db, town.units.town, filter, 100)).map(({ activity }) => activity.doneOn);
		expect(await on({ year: 2026, month: 1 })).toEqual(['2026-01-01', '2026-01-15', '2026-01-31']);
		expect(await on({ year: 2026, kind: 'villagers-meeting' })).toEqual(['2026-01-01', '2026-01-31', '2026-02-01']);
		expect(await on({ year: 2024 })).toEqual([]);
	});

	test('sums each kind on its own, entries and quantities', async () => {
		for (const quantity of [5, 7]) await recordActivity(town.as('liu'), meeting({ kind: 'slogan', quantity }));
		await recordActivity(town.as('liu'), meeting());
		const sums = await sumActivities(town.ctx.db, town.units.town, { year: 2026 });
		expect(sums).toHaveLength(2);
		expect(sums).toContainEqual({ kind: 'slogan', records: 2, quantity: 12 });
		expect(sums).toContainEqual({ kind: 'villagers-meeting', records: 1, quantity: 1 });
	});

	test('pages 50 at a time, newest first, without gap or repeat', async () => {
		for (let nth = 0; nth < 110; nth++)
			await recordActivity(town.as('liu'), meeting({ doneOn: `2026-01-${String(1 + (nth % 5)).padStart(2, '0')}` }));
		const list = (cursor?: Parameters<typeof listActivities>[3]) =>
			listActivities(town.ctx.db, town.units.town, {}, cursor);
		const at = ({ activity }: Awaited<ReturnType<typeof list>>['rows'][number]) => ({
			key: activity.doneOn,
			id: activity.id
		});
		const first = await list();
		const second = await list({ below: at(first.rows.at(-1)!) });
		const third = await list({ below: at(second.rows.at(-1)!) });
		const all = [first, second, third].flatMap(({ rows }) => rows);
		expect(new Set(all.map(({ activity }) => activity.id)).size).toBe(110);
		expect(all.map(({ activity }) => activity.doneOn)).toEqual(
			all
				.map(({ activity }) => activity.doneOn)
				.sort()
				.reverse()
		);
		expect(third.hasBelow).toBe(false);
		const back = await list({ above: at(second.rows[0]!) });
		expect(back.rows.map(at)).toEqual(first.rows.map(at));
	});
});
