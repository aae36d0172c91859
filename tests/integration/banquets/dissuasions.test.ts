import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	correctBanquet,
	correctOutcome,
	declareBanquet,
	recordOutcome
} from '../../../src/lib/server/banquets/banquets';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { countDissuasions, findDissuasion, listDissuasions } from '../../../src/lib/server/db/banquets/dissuasions';
import { confirmDissuasion, correctDissuasion, recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let banquetId: string;
beforeEach(async () => {
	town = await openTestTown();
	banquetId = await declare();
});
afterEach(() => town.close());

async function declare(changes: object = {}): Promise<string> {
	const answer = await declareBanquet(town.as('liu'), {
		id: town.ctx.newId(),
		origin: 'found',
		occasion: 'school',
		unitId: town.units.sanxing,
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: '2026-03-01',
		plannedOn: '2026-03-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: null,
		venue: '',
		caterer: '',
		isHygieneCertificateSeen: false,
		...changes
	});
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
}
const visit = (changes: object = {}) => ({
	id: town.ctx.newId(),
	banquetId,
	wentOn: '2026-03-02',
	outcome: 'cancelled' as const,
	note: '',
	...changes
});
async function dissuade(changes: object = {}): Promise<string> {
	const command = visit(changes);
	const answer = await recordDissuasion(town.as('liu'), command);
	if (!answer.ok) throw new Error(answer.refusal);
	return command.id;
}
const confirm = (name: 'liu' | 'zhou' | 'he' | 'mei', dissuasionId: string) =>
	confirmDissuasion(town.as(name), { id: town.ctx.newId(), dissuasionId });
const outcome = async () => (await findBanquet(town.ctx.db, banquetId))!.outcome;
const counted = () => countDissuasions(town.ctx.db, town.units.town, { state: 'counted' });
const end = (changes: object) => ({
	id: town.ctx.newId(),
	banquetId,
	outcome: 'held' as const,
	endedOn: '2026-03-02',
	tablesHeld: 30,
	...changes
});

test('when a correction turns the banquet into one without occasion, or out of one, a second person is asked again', async () => {
	banquetId = await declare({ occasion: 'wedding', plannedOn: '2026-04-22' });
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

describe('a dissuasion', () => {
	test('that calls the banquet off ends it in the same write', async () => {
		await dissuade();
		expect(await outcome()).toMatchObject({ outcome: 'cancelled', endedOn: '2026-03-02', tablesHeld: 0 });
	});

	test('that makes it a family meal ends it too; a reduced banquet has its day to come', async () => {
		await dissuade({ outcome: 'family-meal' });
		expect(await outcome()).toMatchObject({ outcome: 'family-meal' });
		banquetId = await declare({ plannedOn: '2026-04-22' });
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
		banquetId = await declare({ occasion: 'wedding' });
		await confirm('zhou', await dissuade());
		expect(await counted()).toBe(0);
	});
});

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

test('the list shows those of the own units alone, and those that wait apart', async () => {
	const id = await dissuade();
	banquetId = await declare({ plannedOn: '2026-04-01' });
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
