import { describe, expect, test } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { addElder, correctElder } from '../../../src/lib/server/birthdays/elders';
import { eraseDepartedElders, eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture, undoDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { elderOf, enrol } from './roll-of';
import { town, id, get, freshTown } from './roll-town';

freshTown();

describe('leaving the roll', () => {
	const depart = (elderId: string, over = {}) =>
		markDeparture(town.as('liu'), { id: id(), elderId, reason: 'died', departedOn: '2026-03-01', ...over });

	test('the dead are marked once, not before their day, and can be brought back from a mistake', async () => {
		const elderId = await enrol(town);
		expect(await depart(elderId, { departedOn: '2026-03-03' })).toEqual({ ok: false, refusal: 'date-in-future' });
		expect(await depart(elderId)).toEqual({ ok: true });
		expect(await depart(elderId)).toEqual({ ok: false, refusal: 'elder-gone' });
		expect(await readRoll(town.ctx, town.units.sanxing)).toEqual([]);
		const { departure } = (await readRoll(town.ctx, town.units.sanxing, true))[0]!;
		const undo = { id: id(), elderId, departureId: departure!.id };
		expect(await undoDeparture(town.as('liu'), undo)).toEqual({ ok: true });
		expect(await undoDeparture(town.as('liu'), { ...undo, id: id() })).toMatchObject({ refusal: 'departure-undone' });
		expect(await readRoll(town.ctx, town.units.sanxing)).toHaveLength(1);
		expect(await depart(elderId)).toEqual({ ok: true });
	});

	test('a household has its data erased in place: twice is once, and nothing brings it back', async () => {
		const elderId = await enrol(town, { pickUpPoint: '村口', diet: 'soft' });
		expect(await eraseElder(town.as('liu'), { id: id(), elderId })).toEqual({ ok: true });
		expect(await eraseElder(town.as('liu'), { id: id(), elderId })).toEqual({ ok: true });
		expect(await get(elderId)).toMatchObject({
			name: '',
			birth: null,
			phone: null,
			relativePhone: null,
			pickUpPoint: '',
			diet: 'any',
			isGone: true
		});
		expect(await correctElder(town.as('liu'), { reason: '写错了', ...elderOf(town), elderId })).toMatchObject({
			refusal: 'elder-gone'
		});
		expect(await depart(elderId)).toMatchObject({ refusal: 'elder-gone' });
		expect(await addElder(town.as('liu'), elderOf(town))).toMatchObject({ ok: true });
	});

	test('who died or moved away is erased once the time is up, by the software alone', async () => {
		const [gone, just, here] = [
			await enrol(town),
			await enrol(town, { name: '钱乙老' }),
			await enrol(town, { name: '孙丙老' })
		];
		await depart(gone, { departedOn: '2025-08-01' });
		await depart(just, { reason: 'moved', departedOn: '2026-02-01' });
		await expect(eraseDepartedElders(town.as('zhou'))).rejects.toThrow();
		const system = actAs(town.ctx, { kind: 'system' });
		expect(await eraseDepartedElders(system)).toBe(1);
		expect(await eraseDepartedElders(system)).toBe(0);
		expect((await get(gone)).name).toBe('');
		expect([(await get(just)).name, (await get(here)).name]).toEqual(['钱乙老', '孙丙老']);
	});
});
