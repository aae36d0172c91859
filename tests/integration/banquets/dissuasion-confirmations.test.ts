import { describe, expect, test } from 'vitest';
import { declareInstead, dissuade, confirm, counted, town, freshTown } from './dissuaded-banquet';

freshTown();

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
