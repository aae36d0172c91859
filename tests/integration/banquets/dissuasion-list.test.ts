import { expect, test } from 'vitest';
import { listDissuasions } from '../../../src/lib/server/db/banquets/dissuasion-list';
import { dissuade, declareInstead, town, confirm, freshTown } from './dissuaded-banquet';

freshTown();

test('the list shows those of the own units alone, and those that wait apart', async () => {
	const id = await dissuade();
	await declareInstead({ plannedOn: '2026-04-01' });
	await dissuade({ wentOn: '2026-03-01' });
	await confirm('zhou', id);
	const list = (scope: string, filter: object) => listDissuasions(town.ctx.db, scope, filter);
	expect((await list(town.units.hesha, {})).rows).toEqual([]);
	expect((await list(town.units.town, {})).rows.map(({ dissuasion }) => dissuasion.wentOn)).toEqual([
		'2026-03-02',
		'2026-03-01'
	]);
	expect((await list(town.units.sanxing, { state: 'waiting' })).rows).toHaveLength(1);
	expect((await list(town.units.sanxing, { state: 'confirmed', year: 2026 })).rows).toHaveLength(1);
	expect((await list(town.units.sanxing, { year: 2025 })).rows).toHaveLength(0);
});
