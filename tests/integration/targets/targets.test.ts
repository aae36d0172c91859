import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { targets as targetsTable } from '../../../src/lib/server/db/schema/targets/targets';
import { listTargetYears, readTargets } from '../../../src/lib/server/db/targets/targets';
import { maySteer } from '../../../src/lib/server/people/rights';
import { setTargets } from '../../../src/lib/server/targets/targets';
import { town, command, set, freshTown } from './target-town';

freshTown();

async function stored(year = 2026) {
	const { targets, last } = await readTargets(town.ctx.db, town.units.town, year);
	const nameOf = (id: string) => Object.entries(town.units).find(([, unitId]) => unitId === id)![0];
	const list = targets.map(({ figure, unitId, value }) => `${figure} ${nameOf(unitId)} ${value}`).sort();
	return { list, seq: last?.seq ?? 0 };
}

describe('setting targets', () => {
	it('is for staff of the town: not for a village’s cadre, a volunteer or a visitor, in their own village neither', async () => {
		for (const ctx of [town.as('liu'), town.as('he'), town.as('mei'), town.as('tang'), town.visitor]) {
			expect(await setTargets(ctx, command(0, [['health-lectures', 'sanxing', 99]]))).toEqual({
				ok: false,
				refusal: 'not-your-unit'
			});
		}
		const own = command(0, [['health-lectures', 'sanxing', 1]], { unit: 'sanxing' });
		expect(await setTargets(town.as('liu'), own)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect((await stored()).list).toEqual([]);
		expect([
			await maySteer(town.as('zhou'), town.units.hesha),
			await maySteer(town.as('liu'), town.units.sanxing)
		]).toEqual([true, false]);
	});

	it('writes only what changed, and keeps the value before in the audit entry', async () => {
		await set(0, [
			['health-lectures', 'town', 42],
			['health-lectures', 'sanxing', 11],
			['birthday-banquets', 'town', 21]
		]);
		const again = command(1, [
			['health-lectures', 'town', 40],
			['health-lectures', 'sanxing', 11],
			['birthday-banquets', 'town', null]
		]);
		expect(await setTargets(town.as('zhou'), again)).toEqual({ ok: true, changed: 2 });
		expect(await stored()).toEqual({ list: ['health-lectures sanxing 11', 'health-lectures town 40'], seq: 2 });
		const entry = await town.ctx.db.select().from(auditEntries).where(eq(auditEntries.id, again.id)).get();
		const unitId = town.units.town;
		expect(JSON.parse(entry!.detail!)).toEqual({
			year: 2026,
			changes: [
				{ figure: 'health-lectures', unitId, before: 42, value: 40 },
				{ figure: 'birthday-banquets', unitId, before: 21, value: null }
			]
		});
	});

	it('without a change writes nothing, and sent twice lands once', async () => {
		const first = command(0, [['health-lectures', 'town', 42]]);
		expect(await setTargets(town.as('zhou'), first)).toEqual({ ok: true, changed: 1 });
		expect(await setTargets(town.as('zhou'), first)).toMatchObject({ ok: true });
		expect(await set(1, [['health-lectures', 'town', 42]])).toEqual({ ok: true, changed: 0 });
		expect(await town.ctx.db.$count(auditEntries, eq(auditEntries.verb, 'setTargets'))).toBe(1);
	});

	it('over what another cadre saved meanwhile is refused, also when both save at once', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		expect(await set(0, [['health-lectures', 'town', 50]])).toEqual({ ok: false, refusal: 'targets-changed' });
		const both = await Promise.all([set(1, [['health-lectures', 'town', 50]]), set(1, [['slogans', 'town', 9]])]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'targets-changed' });
		expect((await stored()).seq).toBe(2);
	});

	it('is all or nothing: a cell of a group, or of a unit elsewhere, leaves nothing behind', async () => {
		const group = await set(0, [
			['health-lectures', 'town', 42],
			['health-lectures', 'sanxingGroup1', 3]
		]);
		expect(group).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await stored()).toEqual({ list: [], seq: 0 });
	});

	it('refuses a figure without targets, and work of which nothing is asked; a limit may be 0', async () => {
		const refusal = { ok: false, refusal: 'target-impossible' };
		expect(await set(0, [['banquets-dissuaded', 'town', 17]])).toEqual(refusal);
		expect(await set(0, [['complaints', 'town', 0]])).toEqual(refusal);
		expect(await set(0, [['health-lectures', 'town', 0]])).toEqual(refusal);
		expect(await set(0, [['banquets-held', 'town', 0]])).toEqual({ ok: true, changed: 1 });
	});

	it('is of one year: another year keeps its own, and both are offered', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		await set(0, [['health-lectures', 'town', 50]], { year: 2027 });
		expect((await stored()).list).toEqual(['health-lectures town 42']);
		expect(await listTargetYears(town.ctx.db, town.units.town)).toEqual([2027, 2026]);
		expect(await listTargetYears(town.ctx.db, town.units.sanxing)).toEqual([]);
	});

	it('keeps the database from a target that no page can set', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		const { $client } = town.ctx.db;
		await expect($client.execute('update targets set value = -1')).rejects.toThrow('targets_value');
		await expect($client.execute('update targets set value = 1.5')).rejects.toThrow('targets_value');
		await expect($client.execute('update target_settings set at = 1')).rejects.toThrow('never changed');
		expect(await town.ctx.db.$count(targetsTable)).toBe(1);
	});
});
