import { describe, expect, it } from 'vitest';
import { readTargets } from '../../../src/lib/server/db/targets/targets';
import { actions } from '../../../src/routes/desk/(targets)/targets/set/villages/+page.server';
import { visit } from '../page-visit';
import { freshTown, set, town } from './target-town';

freshTown();

const path = '/desk/targets/set/villages?year=2026';
async function send(form: Record<string, string>, by: 'zhou' | 'liu' = 'zhou') {
	const fields = { id: town.ctx.newId(), year: '2026', seen: '0', figure: 'villagers-meetings', each: '', lines: '' };
	return visit(town.as(by), actions.default as (event: never) => unknown, { path, form: { ...fields, ...form } });
}
const valuesOf = async (figure = 'villagers-meetings') => {
	const { targets } = await readTargets(town.ctx.db, town.units.town, 2026);
	const own = new Map(targets.filter((one) => one.figure === figure).map(({ unitId, value }) => [unitId, value]));
	return (['town', 'sanxing', 'hesha', 'zhongba', 'qiaotou'] as const).map((unit) => own.get(town.units[unit]) ?? null);
};
const errorsOf = async (form: Record<string, string>) => {
	const { value } = await send(form);
	return (value as { data: { errors: unknown } }).data.errors;
};

describe('targets of many villages', () => {
	it('are set by one number for all, and lines for some, in one act; the town’s own stays', async () => {
		await set(0, [['villagers-meetings', 'town', 40]]);
		await send({ seen: '1', each: '6', lines: '三星村\t12\n桥头社区\t9' });
		expect(await valuesOf()).toEqual([40, 12, 6, 6, 9]);
		const acts = await town.ctx.db.$client.execute("select count(*) as n from audit_entries where verb = 'setTargets'");
		expect(acts.rows[0]!.n).toBe(2);
	});

	it('by lines alone leave other villages as they are', async () => {
		await set(0, [['villagers-meetings', 'hesha', 5]]);
		await send({ seen: '1', lines: '三星村 12' });
		expect(await valuesOf()).toEqual([null, 12, 5, null, null]);
	});

	it('save nothing where a line is wrong, or no number is given', async () => {
		expect(await errorsOf({ each: '6', lines: '三星村 12\n远方村 3' })).toEqual({ lines: 'target-lines-wrong' });
		expect(await errorsOf({ lines: '三星村 1000001' })).toEqual({ lines: 'target-lines-wrong' });
		expect(await errorsOf({})).toEqual({ each: 'target-numbers-missing' });
		expect(await errorsOf({ figure: 'complaints', each: '6' })).toEqual({ figure: 'target-figure-missing' });
		expect(await valuesOf()).toEqual([null, null, null, null, null]);
	});

	it('are not set over what another cadre saved meanwhile, nor by a village', async () => {
		await set(0, [['villagers-meetings', 'hesha', 5]]);
		await send({ each: '6' });
		expect(await valuesOf()).toEqual([null, null, 5, null, null]);
		await expect(send({ seen: '1', each: '6' }, 'liu')).rejects.toMatchObject({ status: 403 });
	});
});
