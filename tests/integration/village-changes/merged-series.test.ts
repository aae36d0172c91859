import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { proposeBanquets } from '../../../src/lib/server/birthdays/banquet-proposals';
import { beginBirthdaySeries, correctBirthdaySeries } from '../../../src/lib/server/birthdays/birthday-series';
import { planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { listMissing } from '../../../src/lib/server/birthdays/missing-guests';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import type { TestUnit } from '../cast';
import { enrol, lunar } from '../birthdays/roll-of';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const id = () => town.ctx.newId();
const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;

async function begin(unit: TestUnit, over = {}): Promise<string> {
	const series = { id: id(), unitId: town.units[unit], fromOn: '2026-01-01', ...rule, ...over };
	expect(await beginBirthdaySeries(town.as('zhou'), series)).toMatchObject({ ok: true });
	return series.id;
}

/** An elder born in a lunar month; 村一 lives in 三星村, 村二 in 河沙村. */
const elder = (name: string, unit: TestUnit, month: number) =>
	enrol(town, { name, unitId: town.units[unit], birth: lunar(1946, month, 1) }, 'zhou');

async function plan(seriesId: string, firstMonth: number): Promise<string> {
	const words = { title: '老人集体生日宴', place: '院坝', contactPhone: '02371000000', seats: 8, pricePerTable: 360 };
	const times = { startsAt: instantOf('2026-05-16', '11:00'), endsAt: instantOf('2026-05-16', '13:30') };
	const act = { id: id(), seriesId, year: 2026, firstMonth, ...words, ...times };
	expect(await planBanquet(town.as('zhou'), act)).toEqual({ ok: true, eventId: act.id });
	return act.id;
}

async function merge(): Promise<string> {
	const command = { id: id(), villageIds: [town.units.sanxing, town.units.hesha], kind: 'village' as const };
	const words = { name: '三河村', onDate: '2026-02-01', note: '合并村' };
	expect(await mergeVillages(town.as('zhou'), { ...command, ...words })).toEqual({ ok: true });
	return command.id;
}

const proposed = async (unitId: string) =>
	(await proposeBanquets(town.ctx, unitId)).map(({ series, next }) => ({
		series: series.id,
		month: next?.window.firstMonth ?? null,
		names: next?.celebrants.map(({ elder: { name } }) => name) ?? []
	}));

describe('two villages with birthday series of their own that merge', () => {
	test('go on with the first one’s for the elders of both, and an elder who was invited is not proposed again', async () => {
		for (const month of [1, 3, 7]) await elder(`村一${month}`, 'sanxing', month);
		for (const month of [1, 3, 7]) await elder(`村二${month}`, 'hesha', month);
		const [first, other] = [await begin('sanxing'), await begin('hesha', { threshold: 70 })];
		await plan(other, 3);
		const own = await merge();
		expect(await proposed(own)).toEqual([
			{ series: first, month: 1, names: ['村一1', '村二1'] },
			{ series: other, month: null, names: [] }
		]);
		const eventId = await plan(first, 3);
		const list = await town.ctx.db.$client.execute({
			sql: 'select count(*) as count from invitations where event_id = ?',
			args: [eventId]
		});
		expect(list.rows[0]!.count, '村一3 alone, as 村二3 is on the list of 河沙村').toBe(1);
		expect(await listMissing(town.ctx, (await findBirthdayBanquet(town.ctx.db, eventId))!)).toEqual([]);
	});

	test('leave out no elder of the running months: where the first one’s banquet was planned, the other’s last list has them', async () => {
		await elder('村一1', 'sanxing', 1);
		await elder('村二1', 'hesha', 1);
		await elder('村二9', 'hesha', 9);
		const [first, other] = [await begin('sanxing'), await begin('hesha')];
		await plan(first, 1);
		expect(await proposed(await merge())).toEqual([
			{ series: first, month: 9, names: ['村二9'] },
			{ series: other, month: 1, names: ['村二1'] }
		]);
	});

	test('of whom one has a series go on with that', async () => {
		await elder('村一3', 'sanxing', 3);
		const only = await begin('hesha');
		expect(await proposed(await merge())).toEqual([{ series: only, month: 3, names: ['村一3'] }]);
	});
});

describe('an elder who is on a list for a birthday', () => {
	test('is not proposed anew when the series is corrected, until the banquet is called off', async () => {
		await elder('村一3', 'sanxing', 3);
		const series = await begin('sanxing');
		const eventId = await plan(series, 3);
		const corrected = { seriesId: series, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule, threshold: 65 };
		const correct = (cadence: 'quarterly') =>
			correctBirthdaySeries(town.as('zhou'), { id: id(), ...corrected, cadence });
		expect(await correct('quarterly')).toEqual({ ok: true });
		const [next] = await proposeBanquets(town.ctx, town.units.sanxing);
		expect(next!.next, 'the birthday of the next year').toMatchObject({ window: { year: 2027, firstMonth: 1 } });
		expect(await cancelEvent(town.as('zhou'), { id: id(), eventId, reason: '下雨', following: false })).toEqual({
			ok: true
		});
		const [again] = await proposeBanquets(town.ctx, town.units.sanxing);
		expect(again!.next).toMatchObject({ window: { year: 2026, firstMonth: 1 } });
	});
});
