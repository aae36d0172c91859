import { describe, expect, test } from 'vitest';
import { correctOutcome } from '../../../src/lib/server/banquets/outcome-corrections';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { countDissuasions } from '../../../src/lib/server/db/banquets/dissuasion-list';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { dissuade, outcome, declare, declareInstead, town, end, visit, freshTown } from './dissuaded-banquet';

freshTown();

describe('a dissuasion', () => {
	test('that calls the banquet off ends it in the same write', async () => {
		await dissuade();
		expect(await outcome()).toMatchObject({ outcome: 'cancelled', endedOn: '2026-03-02', tablesHeld: 0 });
	});

	test('that makes it a family meal ends it too; a reduced banquet has its day to come', async () => {
		await dissuade({ outcome: 'family-meal' });
		expect(await outcome()).toMatchObject({ outcome: 'family-meal' });
		await declareInstead({ plannedOn: '2026-04-22' });
		await dissuade({ outcome: 'reduced' });
		expect(await outcome()).toBeNull();
	});

	test('leaves an outcome that is there as it was', async () => {
		await recordOutcome(town.as('zhou'), end({ outcome: 'cancelled', endedOn: '2026-03-01', tablesHeld: 0 }));
		await dissuade();
		expect(await outcome()).toMatchObject({ endedOn: '2026-03-01', byId: town.accounts.zhou.id });
	});

	test('is one act on one banquet, whatever the number of visits', async () => {
		await dissuade();
		const again = await recordDissuasion(town.as('zhou'), visit());
		expect(again).toEqual({ ok: false, refusal: 'already-dissuaded' });
	});

	test('lands once when it is sent again, even after the banquet went ahead', async () => {
		const command = visit();
		await recordDissuasion(town.as('liu'), command);
		await correctOutcome(town.as('liu'), { ...end({}), reason: '写错了' });
		expect(await recordDissuasion(town.as('liu'), command)).toMatchObject({ ok: true });
		expect(await countDissuasions(town.ctx.db, town.units.town, {})).toBe(1);
	});

	test('is of a banquet still intended, and not of a day to come or after it', async () => {
		const future = await recordDissuasion(town.as('liu'), visit({ wentOn: '2026-03-03' }));
		expect(future).toEqual({ ok: false, refusal: 'date-in-future' });
		const other = await declare({ plannedOn: '2026-02-20' });
		const after = await recordDissuasion(town.as('liu'), visit({ banquetId: other }));
		expect(after).toEqual({ ok: false, refusal: 'went-after-banquet' });
		await recordOutcome(town.as('liu'), end({}));
		expect(await recordDissuasion(town.as('liu'), visit())).toEqual({ ok: false, refusal: 'banquet-already-held' });
	});

	test('does not claim more than came of the banquet', async () => {
		await recordOutcome(town.as('liu'), end({ outcome: 'family-meal', tablesHeld: 2 }));
		const answer = await recordDissuasion(town.as('liu'), visit({ outcome: 'cancelled' }));
		expect(answer).toEqual({ ok: false, refusal: 'dissuasion-contradicts-outcome' });
	});

	test('is recorded by staff of the village, never by the software or a villager', async () => {
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor, town.ctx]) {
			expect(await recordDissuasion(ctx, visit())).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await outcome()).toBeNull();
	});
});
