import { describe, expect, test } from 'vitest';
import { correctOutcome } from '../../../src/lib/server/banquets/outcome-corrections';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { findDissuasion } from '../../../src/lib/server/db/banquets/dissuasions';
import { correctDissuasion } from '../../../src/lib/server/banquets/dissuasion-corrections';
import { dissuade, confirm, town, end, counted, visit, outcome, freshTown } from './dissuaded-banquet';

freshTown();

describe('a dissuasion that turns out otherwise', () => {
	test('counts no longer when the banquet was held after all, and waits for a second person again', async () => {
		const id = await dissuade();
		await confirm('zhou', id);
		await correctOutcome(town.as('zhou'), { ...end({}), reason: '写错了' });
		const turned = (await findDissuasion(town.ctx.db, id))!;
		expect(turned.dissuasion).toMatchObject({ outcome: 'went-ahead', byId: town.accounts.zhou.id });
		expect(turned.confirmedAt).toBeNull();
		expect(await counted()).toBe(0);
	});

	test('says what came of it when less was kept than promised', async () => {
		const id = await dissuade({ outcome: 'reduced' });
		await recordOutcome(town.as('liu'), end({}));
		expect((await findDissuasion(town.ctx.db, id))!.dissuasion.outcome).toBe('went-ahead');
	});

	test('is left alone when the outcome agrees', async () => {
		const id = await dissuade({ outcome: 'reduced' });
		await confirm('zhou', id);
		await recordOutcome(town.as('liu'), end({ outcome: 'reduced', tablesHeld: 10 }));
		expect(await findDissuasion(town.ctx.db, id)).toMatchObject({
			dissuasion: { outcome: 'reduced' },
			confirmer: { id: town.accounts.zhou.id }
		});
	});

	test('once corrected is vouched for by the one who corrects, who cannot confirm it', async () => {
		const id = await dissuade({ outcome: 'reduced' });
		await confirm('zhou', id);
		const { banquetId: _, ...correction } = visit({ outcome: 'cancelled' });
		expect(
			await correctDissuasion(town.as('zhou'), { reason: '写错了', ...correction, dissuasionId: id })
		).toMatchObject({ ok: true });
		expect(await outcome()).toMatchObject({ outcome: 'cancelled' });
		expect(await counted()).toBe(0);
		expect(await confirm('zhou', id)).toEqual({ ok: false, refusal: 'same-person' });
		await confirm('liu', id);
		expect(await counted()).toBe(1);
	});
});
