import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { readScreen } from '../../../src/lib/server/desk/screen';
import { readTargetsBehind } from '../../../src/lib/server/targets/targets-behind';
import { load } from '../../../src/routes/desk/(targets)/targets/+page.server';
import { visit } from '../page-visit';
import { ledgerOf } from '../rows/ledger-rows';
import { freshTown, set, town } from './target-town';

freshTown();

const readBehind = async (today = '2026-11-28') => {
	const starts = await readLedgerStarts(town.ctx.db);
	return readTargetsBehind(town.ctx, { unitId: town.units.town, year: 2026, today, starts });
};

async function board() {
	const { value } = await visit(town.as('zhou'), load as (event: never) => ReturnType<typeof load>, {
		path: '/desk/targets'
	});
	if (!value || typeof value === 'string') throw new Error('the page led elsewhere');
	return value;
}

/** 三星村 ends on a day, its groups first. */
async function end(on: string) {
	const { sanxing } = town.units;
	await town.ctx.db.run(sql`update units set valid_to_on = ${on} where parent_id = ${sanxing} and valid_to_on is null`);
	await town.ctx.db.run(sql`update units set valid_to_on = ${on} where id = ${sanxing}`);
}

describe('where every target below ended with its village', () => {
	it('the town’s own is behind, and not hidden as their sum', async () => {
		await set(0, [
			['villagers-meetings', 'town', 24],
			['villagers-meetings', 'sanxing', 12]
		]);
		town.clock.setDate('2026-11-28');
		expect(
			(await readBehind()).behind.map(({ of }) => of.id),
			'the village’s'
		).toEqual([town.units.sanxing]);
		await end('2026-11-20');
		expect((await readBehind()).behind.map(({ of }) => of.id)).toEqual([town.units.town]);
		const { silent, behind } = await board();
		expect([...silent.rows, ...behind.rows].map(({ at }) => at)).toEqual([0]);
	});
});

describe('where some of the targets below ended', () => {
	it('the town’s own is behind too, as those that run are no longer all of it', async () => {
		await set(0, [
			['villagers-meetings', 'town', 24],
			['villagers-meetings', 'sanxing', 12],
			['villagers-meetings', 'hesha', 12]
		]);
		await end('2026-11-20');
		await Promise.all(
			Array.from({ length: 12 }, () => ledgerOf(town).activity('villagers-meeting', 'hesha', '2026-02-05'))
		);
		town.clock.setDate('2026-11-28');
		const { behind, due } = await readBehind();
		expect(behind.map(({ of }) => of.id)).toEqual([town.units.town]);
		expect(due, 'the town’s and that of 河沙村').toBe(2);
		const page = await board();
		expect(page.behind.rows.map(({ at }: { at: number }) => at)).toEqual([0]);
		const shown = await readScreen(town.as('zhou'), await readLedgerStarts(town.ctx.db));
		expect(shown.behind).toMatchObject({ first: [{ id: 'villagers-meetings' }], all: 1 });
	});

	it('it is their sum again once those that run make it up', async () => {
		await set(0, [
			['villagers-meetings', 'town', 24],
			['villagers-meetings', 'sanxing', 12],
			['villagers-meetings', 'hesha', 24]
		]);
		await end('2026-11-20');
		expect((await readBehind()).behind.map(({ of }) => of.id)).toEqual([town.units.hesha]);
	});
});

describe('twelve meetings due, nothing recorded, most of the year gone', () => {
	it('is the first group of the board, and can be dispatched', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['villagers-meetings', 'hesha', 12]
		]);
		await ledgerOf(town).activity('villagers-meeting', 'hesha', '2026-01-05');
		town.clock.setDate('2026-11-28');
		const { silent, behind, readings } = await board();
		expect(silent.rows).toMatchObject([
			{ id: 'villagers-meetings', at: 1, isOpen: true, reading: { state: 'no-record', done: null, behindBy: 10 } }
		]);
		expect(behind.rows).toMatchObject([{ at: 2, reading: { state: 'behind', done: 1, behindBy: 9 } }]);
		expect(readings[0]).toEqual(silent.rows[0]);
	});

	it('on the big screen is of the town’s own work: what households of a village did is no target there', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['banquets-held', 'sanxing', 1],
			['pledges-in-force', 'sanxing', 300]
		]);
		for (const day of ['05', '06']) await ledgerOf(town).banquet('sanxing', `2026-01-${day}`);
		await ledgerOf(town).pledge('sanxing', '2026-01-05');
		const { behind: onDesk } = await readBehind();
		expect(onDesk.map(({ id }) => id)).toEqual(expect.arrayContaining(['banquets-held', 'pledges-in-force']));
		town.clock.setDate('2026-11-28');
		const { behind } = await readScreen(town.as('zhou'), await readLedgerStarts(town.ctx.db));
		expect(behind).toMatchObject({ first: [{ id: 'villagers-meetings' }], all: 1, targets: 1, due: 1 });
	});

	it('is first on the big screen, which calls nothing on pace', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['banquets-held', 'town', 161]
		]);
		const { behind, all, due } = await readBehind();
		expect(behind.map(({ id, reading }) => [id, reading.state])).toEqual([
			['villagers-meetings', 'no-record'],
			['banquets-held', 'no-record']
		]);
		expect([all, due]).toEqual([2, 2]);
	});

	it('is due of nothing in the first days of January', async () => {
		await set(0, [['villagers-meetings', 'sanxing', 12]]);
		expect(await readBehind('2026-01-05')).toEqual({ behind: [], all: 1, due: 0 });
	});

	it('is zero where the village checked every month', async () => {
		await set(0, [['villagers-meetings', 'sanxing', 12]]);
		await ledgerOf(town).reportRest(2026);
		expect((await readBehind()).behind).toMatchObject([{ reading: { state: 'behind', done: 0, behindBy: 10 } }]);
	});
});

describe('a village that was closed within the year', () => {
	it('is not behind on the big screen, and its target is over on the board and offers no task', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['villagers-meetings', 'hesha', 12]
		]);
		await end('2026-06-30');
		const { behind, all, due } = await readBehind();
		expect(behind.map(({ of }) => of.name)).toEqual(['河沙村']);
		expect([all, due]).toEqual([2, 1]);
		town.clock.setDate('2026-11-28');
		const { readings, silent } = await board();
		const ended = readings.filter(({ reading }: { reading: { state: string } }) => reading.state === 'ended');
		expect(ended).toMatchObject([{ isOpen: false, task: null, reading: { target: 12 } }]);
		expect(silent.rows).toHaveLength(1);
	});
});
