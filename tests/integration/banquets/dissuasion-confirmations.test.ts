import { describe, expect, test } from 'vitest';
import { correctBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { banquetId, declareInstead, dissuade, confirm, counted, town, freshTown } from './dissuaded-banquet';

freshTown();

test('when a correction turns the banquet into one without occasion, or out of one, a second person is asked again', async () => {
	await declareInstead({ occasion: 'wedding', plannedOn: '2026-04-22' });
	const dissuasionId = await dissuade();
	await confirm('zhou', dissuasionId);
	expect(await counted(), 'a wedding called off is no 劝停').toBe(0);
	const wedding = (await findBanquet(town.ctx.db, banquetId))!.banquet;
	const correction = {
		id: town.ctx.newId(),
		banquetId,
		origin: wedding.origin,
		unitId: wedding.unitId,
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: wedding.declaredOn,
		plannedOn: wedding.plannedOn,
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: null,
		venue: '',
		caterer: '',
		isHygieneCertificateSeen: false
	};
	await correctBanquet(town.as('liu'), { reason: '写错了', ...correction, occasion: 'longevity' });
	expect(await counted()).toBe(0);
	expect(await confirm('zhou', dissuasionId)).toMatchObject({ ok: true });
	expect(await counted()).toBe(1);
});

describe('the second person', () => {
	test('is asked before a dissuasion counts', async () => {
		const id = await dissuade();
		expect(await counted()).toBe(0);
		expect(await confirm('zhou', id)).toMatchObject({ ok: true });
		expect(await counted()).toBe(1);
	});

	test('is not the one who recorded it', async () => {
		const id = await dissuade();
		expect(await confirm('liu', id)).toEqual({ ok: false, refusal: 'same-person' });
		expect(await counted()).toBe(0);
	});

	test('is of this unit or above, and no volunteer', async () => {
		const id = await dissuade();
		for (const name of ['he', 'mei'] as const) {
			expect(await confirm(name, id)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
	});

	test('confirms once, and only what exists', async () => {
		const id = await dissuade();
		await confirm('zhou', id);
		expect(await confirm('zhou', id)).toEqual({ ok: false, refusal: 'dissuasion-already-confirmed' });
		expect(await confirm('zhou', town.ctx.newId())).toEqual({ ok: false, refusal: 'dissuasion-unknown' });
	});

	test('counts nothing but a banquet without occasion that was cancelled', async () => {
		await confirm('zhou', await dissuade({ outcome: 'family-meal' }));
		await declareInstead({ occasion: 'wedding' });
		await confirm('zhou', await dissuade());
		expect(await counted()).toBe(0);
	});
});
