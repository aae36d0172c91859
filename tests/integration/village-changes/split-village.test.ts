import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { isComparable } from '../../../src/lib/domain/figures/known';
import { readCoverage } from '../../../src/lib/server/figures/coverage';
import { knownExtent, readKnown } from '../../../src/lib/server/figures/known-extent';
import { listBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { findAccount } from '../../../src/lib/server/db/people/accounts';
import { askFigure } from '../../../src/lib/server/db/figures/counted-parts';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readSums } from '../../../src/lib/server/db/figures/figure-sums';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { askVillages, villagesOf } from '../../../src/lib/server/db/units/villages';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { mayActFor } from '../../../src/lib/server/people/rights';
import { enrol } from '../birthdays/roll-of';
import { banquets, freshTown } from '../releases/release-town';
import { column, heldIn, ledger, liuOf, onDate, splitUp, town, unitOf } from './split-town';

freshTown();

const held = async (unitId: string, year: number) =>
	(await readSums(town.ctx.db, unitId, [askFigure({ from: 'banquets-held' }, yearBounds(year))]))[0];
const rowsOf = async (fromOn: string, on: string, scope = town.units.town) =>
	villagesOf(await askVillages(town.ctx.db, { scope, fromOn, on })).map(({ name }) => name);

describe('a village that is split', () => {
	test('ends on the day before, and goes on as the row of its whole ground', async () => {
		await banquets('sanxing', '2026-01', 2);
		const [east, west] = await splitUp();
		expect(await unitOf(town.units.sanxing)).toMatchObject({ validToOn: '2026-01-31' });
		expect(await unitOf(west)).toMatchObject({ name: '西星村', nameEn: 'Xixing Village', validFromOn: onDate });
		await heldIn(east, '2026-02-10', 3);
		await heldIn(west, '2026-03-01', 1);
		expect([await held(town.units.sanxing, 2026), await held(east, 2026), await held(west, 2026)]).toEqual([6, 3, 1]);
		expect(await held(town.units.town, 2026), 'the town counts each once').toBe(6);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('is the row of periods that begin before that day, and the new ones of later periods', async () => {
		const [east] = await splitUp();
		const rest = ['河沙村', '中坝村', '桥头社区'];
		for (const [fromOn, on] of [
			['2025-01-01', '2025-12-31'],
			['2026-01-01', '2026-12-31']
		] as const)
			expect(await rowsOf(fromOn, on), fromOn).toEqual(['三星村', ...rest]);
		for (const fromOn of [onDate, '2027-01-01'])
			expect(await rowsOf(fromOn, '2027-12-31')).toEqual(['东星村', '西星村', ...rest]);
		expect(await rowsOf('2026-01-01', '2026-12-31', east), 'alone it is its own row').toEqual(['东星村']);
	});

	test('hands over by the group, and the rest to the one that was chosen', async () => {
		const grid = await ledger.grid('sanxing', '2024-01-01');
		await ledger.member(grid, 'full-time', '2024-01-01');
		await enrol(town);
		await enrol(town, { unitId: town.units.sanxing, name: '钱乙老' });
		const coming = await ledger.event('lecture', 'sanxing', '2026-03-10', { completed: false });
		const past = await ledger.event('lecture', 'sanxing', '2026-01-10');
		const planned = [
			await ledger.banquet('sanxingGroup1', '2026-03-12', null),
			await ledger.banquet('sanxing', '2026-03-13', null),
			await ledger.banquet('sanxing', '2026-01-05', 'held')
		];
		const [east, west] = await splitUp();
		const group = (await column(`select id from units where parent_id = '${east}' and kind = 'group'`))[0];
		expect(await column(`select name from units where id = '${String(group)}'`)).toEqual(['三星村一组']);
		expect(await column('select unit_id from elders order by id')).toEqual([group, west]);
		expect(await findAccount(town.ctx.db, town.accounts.liu.id)).toMatchObject({ unitId: west });
		expect(await column(`select unit_id from events where id = '${coming.id}'`)).toEqual([west]);
		expect(await column(`select unit_id from events where id = '${past.id}'`)).toEqual([town.units.sanxing]);
		const homes = await Promise.all(planned.map((one) => column(`select unit_id from banquets where id = '${one}'`)));
		expect(homes.flat()).toEqual([group, west, town.units.sanxing]);
		expect(
			await column(`select u.parent_id from grid_members m join units u on u.id = m.grid_id where m.to_on is null`)
		).toEqual([west]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('is read by the staff of each new one as it was, and they do not read each other', async () => {
		const [mine] = [await ledger.banquet('sanxingGroup1', '2026-01-05'), await ledger.pledge('sanxing', '2025-05-01')];
		const [east, west] = await splitUp();
		await heldIn(east, '2026-02-10', 1);
		for (const unit of [east, west]) {
			expect(await mayActFor(liuOf(unit), town.units.sanxing)).toBe(true);
			expect(await mayActFor(liuOf(unit), town.units.sanxingGroup1)).toBe(true);
			expect(await mayActFor(liuOf(unit), town.units.hesha)).toBe(false);
		}
		expect(await mayActFor(liuOf(west), east)).toBe(false);
		const listed = async (scope: string) =>
			(await listBanquets(town.ctx.db, scope, '2026-03-02', {})).rows.map(({ id }) => id);
		expect(await listed(west)).toEqual([mine]);
		expect(await listed(east)).toHaveLength(2);
	});

	test('has coverage as one, since no pledge says which part it is of', async () => {
		for (const on of ['2025-05-01', '2025-06-01']) await ledger.pledge('sanxing', on);
		await splitUp();
		const coverage = await listCoverage(town.ctx.db, town.units.town, '2026-03-01');
		expect(coverage.map(({ name, pledged }) => `${name} ${pledged}`)).toEqual([
			...['三星村 2', '河沙村 0', '中坝村 0', '桥头社区 0']
		]);
	});

	test('leaves no number of before to compare with', async () => {
		await banquets('sanxing', '2025-01', 5);
		await ledger.reportRest(2025, 2026);
		const [east, west] = await splitUp();
		const held = getFigure('banquets-held');
		const { now, before } = rangePeriods(yearBounds(2027), '2028-01-31');
		for (const scope of [east, west]) {
			const known = await readKnown(town.ctx.db, {
				...{ scopes: [scope], figures: [held], periods: [now, before, yearBounds(2025)], today: '2028-01-31' }
			});
			expect(known(held.id, scope, yearBounds(2025)).state).toBe('unknown');
			expect(known(held.id, scope, before).from, 'from the month of the split on').toBe('2026-02');
			expect(isComparable(known(held.id, scope, now), known(held.id, scope, before), { now, before })).toBe(false);
		}
		const whole = await knownExtent(town.ctx.db, {
			...{ scope: town.units.sanxing, figures: [held], period: yearBounds(2025), today: '2028-01-31' }
		});
		expect(whole.get(held.id)!.state, 'the old one is known as it was').toBe('known');
	});

	test('owes its months of before, and each new one its own', async () => {
		await ledger.reportMonth('sanxing', '2025-12');
		const [east] = await splitUp();
		await heldIn(east, '2026-02-10', 1);
		const [coverage] = await readCoverage(town.ctx.db, {
			...{ scope: town.units.town, year: 2026, today: '2026-03-02', ledgers: ['banquet'] }
		});
		const months = Object.fromEntries(
			coverage!.rows.map(({ name, months }) => [name, months.slice(0, 3).map(({ state }) => state)])
		);
		expect(months).toMatchObject({
			东星村: ['missing', 'reported', 'running'],
			西星村: ['missing', 'missing', 'running']
		});
		expect(Object.keys(months)).not.toContain('三星村');
	});
});
