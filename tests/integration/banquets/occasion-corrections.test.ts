import { expect, test } from 'vitest';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { newBanquet } from './new-banquet';
import { banquetId, declareInstead, dissuade, confirm, counted, town, freshTown } from './dissuaded-banquet';

freshTown();

test('when a correction turns the banquet into one without occasion, or out of one, a second person is asked again', async () => {
	await declareInstead({ occasion: 'wedding', plannedOn: '2026-04-22' });
	const dissuasionId = await dissuade();
	await confirm('zhou', dissuasionId);
	expect(await counted(), 'a wedding called off is no 劝停').toBe(0);
	const wedding = (await findBanquet(town.ctx.db, banquetId))!.banquet;
	const { origin, unitId, declaredOn, plannedOn } = wedding;
	const correction = { ...newBanquet(town, { origin, unitId, declaredOn, plannedOn }), banquetId };
	await correctBanquet(town.as('liu'), { reason: '写错了', ...correction, occasion: 'longevity' });
	expect(await counted()).toBe(0);
	expect(await confirm('zhou', dissuasionId)).toMatchObject({ ok: true });
	expect(await counted()).toBe(1);
});
