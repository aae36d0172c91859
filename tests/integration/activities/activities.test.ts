import { describe, expect, test } from 'vitest';
import { checkedZeroForm, activityForm } from '../../../src/lib/forms/activities/activity';
import { safeParse } from 'valibot';
import { sumActivities } from '../../../src/lib/server/db/activities/activity-counts';
import { findActivity, listActivities, listSheet } from '../../../src/lib/server/db/activities/activities';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { meeting, town, auditOf, zero, freshTown } from './activity-town';

freshTown();

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
