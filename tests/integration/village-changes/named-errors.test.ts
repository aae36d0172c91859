import { expect, test } from 'vitest';
import { actions as merge } from '../../../src/routes/admin/units/[id=id]/merge/+page.server';
import { actions as split } from '../../../src/routes/admin/units/[id=id]/split/+page.server';
import { partField } from '../../../src/lib/forms/units/split-village';
import { visit } from '../page-visit';
import { freshTown, id, town } from '../releases/release-town';
import { onDate } from './split-town';

freshTown();

async function send(action: unknown, page: string, form: Record<string, string>) {
	const own = town.units.sanxing;
	const how = {
		path: `/admin/units/${own}/${page}`,
		params: { id: own },
		form: { id: id(), seen: '', onDate, ...form }
	};
	return (await visit(town.as('zhou'), action as (event: never) => Promise<unknown>, how)).value;
}

const merging = (form: Record<string, string>) =>
	send(merge.default, 'merge', { kind: 'village', name: '三河村', isCertain: 'yes', ...form });
const splitting = (form: Record<string, string>) =>
	send(split.default, 'split', { name1: '东星村', name2: '西星村', rest: '1', ...form });
const part = () => partField(town.units.sanxingGroup1);

test('a merger names the village that keeps it from being done, at the field in which it was chosen', async () => {
	await town.ctx.db.$client.execute(`update units set valid_from_on = '2026-02-10' where id = '${town.units.zhongba}'`);
	const chosen = { otherId: town.units.hesha, thirdId: town.units.zhongba };
	expect(await merging(chosen)).toMatchObject({
		data: { errors: { onDate: 'date-before-unit' }, about: { onDate: '中坝村' } }
	});
	const group = { otherId: town.units.hesha, thirdId: town.units.sanxingGroup1 };
	expect(await merging(group)).toMatchObject({
		data: { errors: { thirdId: 'villages-not-mergeable' }, about: { thirdId: '三星村一组' } }
	});
});

test('a split names the group, the new village and what has no group, each at its field', async () => {
	expect(await splitting({ name1: '', rest: '' })).toMatchObject({
		data: {
			errors: { name1: 'unit-name-missing', rest: 'village-choice-missing', [part()]: 'village-choice-missing' },
			about: { name1: '第 1 个新村', rest: '没有分到小组的归', [part()]: '三星村一组' }
		}
	});
	expect(await splitting({ [part()]: '1', name2: '新村', name3: '新村' })).toMatchObject({
		data: { errors: { name3: 'village-names-alike' } }
	});
	expect(await splitting({ [part()]: '1', name2: '中坝村' })).toMatchObject({
		data: { errors: { name2: 'unit-name-taken' }, about: { name2: '第 2 个新村' } }
	});
});
