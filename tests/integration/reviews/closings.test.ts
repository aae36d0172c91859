import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { recordActivity, removeActivity } from '../../../src/lib/server/activities/activities';
import { closePeriod, compareSnapshots, giveLateReason, takeSnapshot } from '../../../src/lib/server/reviews/closings';
import { findLatestSnapshot, listLateRecords, listUnexplained } from '../../../src/lib/server/db/reviews/closings';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readClosedPeriod } from '../../../src/lib/server/reviews/revisions';
import { isBad, verifyTown } from '../../../src/lib/server/reviews/verify';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { CastName, TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const id = () => town.ctx.newId();
const definitions = figureDefinitions();
const period = yearBounds(2024);

async function close(span = '2024', who: CastName = 'zhou', unit: TestUnit = 'town') {
	const closingId = id();
	const unitId = town.units[unit];
	const result = await closePeriod(town.as(who), { id: closingId, snapshotId: id(), unitId, span, definitions });
	return { result, closingId };
}

const enter = (who: CastName, unit: TestUnit, doneOn: string, over: { id?: string; kind?: 'slogan' } = {}) =>
	recordActivity(town.as(who), {
		id: over.id ?? id(),
		unitId: town.units[unit],
		kind: over.kind ?? 'villagers-meeting',
		doneOn,
		quantity: 3,
		subject: '村民大会',
		place: '',
		audience: '',
		result: '',
		responsible: '试责任',
		evidence: '',
		note: ''
	});

async function closed() {
	const unitId = town.units.town;
	const readings = await readFigures(town.ctx.db, { scope: unitId, periods: rangePeriods(period, '2026-03-02') });
	return readClosedPeriod(town.ctx.db, { unitId, period, readings });
}

/** Runs `npm run verify` on the town's database. */
function runVerify(): Promise<{ code: number | null; said: string }> {
	const env = { ...process.env, DATABASE_URL: town.url };
	const run = spawn(process.execPath, ['src/boot/verify.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	run.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
	return new Promise((resolve) => run.once('close', (code) => resolve({ code, said })));
}

const bad = async () => (await verifyTown(town.ctx.db)).filter(isBad);

describe('closing a period', () => {
	it('keeps every figure with its definition, its records and a hash, under the next number of the unit', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		const { result, closingId } = await close();
		expect(result).toEqual({ ok: true });
		expect((await close('2024-Q2')).result).toEqual({ ok: true });
		const found = await findLatestSnapshot(town.ctx.db, town.units.town, period);
		expect(found).toMatchObject({ closing: { id: closingId }, snapshot: { number: 1, previousHash: '' } });
		const second = await findLatestSnapshot(town.ctx.db, town.units.town, { fromOn: '2024-04-01', toOn: '2024-06-30' });
		expect(second?.snapshot).toMatchObject({ number: 2, previousHash: found!.snapshot.hash });
		const { rows } = await town.ctx.db.$client.execute(
			`select value, record_count, definition, list from snapshot_figures f join snapshot_lists l on l.hash = f.list_hash
			where snapshot_id = '${found!.snapshot.id}' and figure = 'villagers-meetings'`
		);
		expect(rows[0]).toMatchObject({ value: 1, record_count: 1 });
		expect(String(rows[0]!.list)).toMatch(/^activity\t[0-9a-f-]{36}\t2024-05-01\t1\n$/);
		expect(JSON.parse(String(rows[0]!.definition)).words['zh-CN']).toContain('村民大会');
		expect(await bad()).toEqual([]);
	});

	it('is the administrator’s, of a town, of a period that is over, once', async () => {
		for (const who of ['liu', 'mei'] as const)
			expect((await close('2024', who)).result).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect((await close('2024', 'zhou', 'sanxing')).result).toEqual({ ok: false, refusal: 'unit-not-a-town' });
		expect((await close('2026')).result).toEqual({ ok: false, refusal: 'period-not-over' });
		expect((await close('2026-03')).result).toEqual({ ok: false, refusal: 'period-not-over' });
		expect((await close('2026-02')).result).toEqual({ ok: true });
		expect((await close('2026-13')).result).toEqual({ ok: false, refusal: 'span-wrong' });
		await close();
		expect((await close()).result).toEqual({ ok: false, refusal: 'period-already-closed' });
	});

	it('keeps what was closed: no row of it is ever changed or deleted', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await close();
		await enter('liu', 'sanxing', '2024-06-01');
		for (const table of ['closings', 'snapshots', 'snapshot_lists', 'snapshot_figures', 'late_records']) {
			const { $client } = town.ctx.db;
			await expect($client.execute(`delete from ${table}`), table).rejects.toThrow('never deleted');
			const column = table === 'snapshot_lists' ? 'list' : 'rowid';
			await expect($client.execute(`update ${table} set ${column} = ${column}`), table).rejects.toThrow(
				'never changed'
			);
		}
	});
});

describe('a record of a closed period', () => {
	it('is not refused, and shows as a revision with who, when and why', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await close();
		town.clock.advance(60_000);
		const late = id();
		expect(await enter('liu', 'sanxing', '2024-12-30', { id: late })).toMatchObject({ ok: true });
		expect((await closed())?.revisions).toMatchObject([
			{ figure: 'villagers-meetings', settled: 1, now: 2, came: 1, went: 0, changed: 0, late: [{ reason: null }] }
		]);
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toMatchObject([{ actId: late, records: 1 }]);
		const reason = '记录本找到了';
		expect(await giveLateReason(town.as('he'), { id: id(), actId: late, reason })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await giveLateReason(town.as('liu'), { id: id(), actId: late, reason })).toEqual({ ok: true });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toEqual([]);
		const [revision] = (await closed())!.revisions;
		expect(revision!.late).toMatchObject([{ reason, unit: { name: '三星村' }, by: { id: town.accounts.liu.id } }]);
		expect(await bad()).toEqual([]);
	});

	it('that is struck out gives its reason with the act itself', async () => {
		const entry = id();
		await enter('liu', 'sanxing', '2024-05-01', { id: entry });
		await enter('he', 'hesha', '2024-04-01', { kind: 'slogan' });
		const { closingId } = await close();
		town.clock.advance(60_000);
		await removeActivity(town.as('liu'), { id: id(), activityId: entry, reason: '登记重了' });
		expect(await listLateRecords(town.ctx.db, closingId)).toMatchObject([{ change: 'removed', reason: '登记重了' }]);
		expect((await closed())?.revisions).toMatchObject([{ settled: 1, now: 0, went: 1 }]);
		expect(await bad()).toEqual([]);
	});

	it('of another day, or another town’s month, is not late', async () => {
		const { closingId } = await close('2024-05');
		await enter('liu', 'sanxing', '2024-06-01');
		await enter('liu', 'sanxing', '2024-04-30');
		expect(await listLateRecords(town.ctx.db, closingId)).toEqual([]);
		await enter('liu', 'sanxing', '2024-05-31');
		expect(await listLateRecords(town.ctx.db, closingId)).toHaveLength(1);
	});

	it.each([
		['a banquet held', () => ledger.banquet('sanxing', '2024-05-01')],
		['a dissuasion', () => ledger.dissuasion('sanxing', '2024-05-01')],
		['an event', () => ledger.event('lecture', 'sanxing', '2024-12-31', { topic: 'health', time: '23:00' })],
		['a pledge of before', () => ledger.pledge('sanxing', '2023-05-01')],
		['a grid of before', () => ledger.grid('sanxing', '2023-05-01')],
		['a guest', () => ledger.birthdayGuest('sanxing', '2024-05-01', 'attended')]
	])('written past the services is noted without an act, and verification fails: %s', async (_, write) => {
		await enter('liu', 'sanxing', '2024-05-01');
		const { closingId } = await close();
		town.clock.advance(60_000);
		await write();
		const late = await listLateRecords(town.ctx.db, closingId);
		expect(late.length).toBeGreaterThan(0);
		expect(late.every(({ actId }) => actId === null)).toBe(true);
		expect((await bad()).length).toBeGreaterThan(0);
	});
});

describe('a further snapshot', () => {
	it('counts what came late; the two are shown side by side with the records that came and went', async () => {
		const [kept, gone, came] = [id(), id(), id()];
		await enter('liu', 'sanxing', '2024-05-01', { id: kept });
		await enter('liu', 'sanxing', '2024-06-01', { id: gone });
		const { closingId } = await close();
		const first = (await findLatestSnapshot(town.ctx.db, town.units.town, period))!.snapshot;
		town.clock.advance(60_000);
		await removeActivity(town.as('liu'), { id: id(), activityId: gone, reason: '登记重了' });
		await enter('liu', 'sanxing', '2024-07-01', { id: came, kind: 'slogan' });
		const command = { id: id(), closingId, reason: '补记标语', definitions };
		expect(await takeSnapshot(town.as('liu'), command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: true });
		const { figures } = (await compareSnapshots(town.ctx.db, first.id, command.id))!;
		expect(figures).toMatchObject([
			{ figure: 'villagers-meetings', before: 2, after: 1, came: [], went: [{ id: gone }] },
			{ figure: 'slogans', before: 0, after: 3, came: [{ id: came, counts: 3 }], went: [] }
		]);
		expect((await closed())?.revisions).toEqual([]);
		expect(await bad()).toEqual([]);
	});

	it('of an unknown closing is refused', async () => {
		const command = { id: id(), closingId: id(), reason: 'x', definitions };
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: false, refusal: 'closing-unknown' });
	});

	it('is counted again when an act is written while it counts, and never taken from two moments', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		const racing = Array.from({ length: 6 }, () => enter('liu', 'sanxing', '2024-05-02'));
		const [{ result, closingId }] = await Promise.all([close(), ...racing]);
		expect(['ok', 'records-moved-on']).toContain(result.ok ? 'ok' : result.refusal);
		if (!result.ok) return;
		// What the snapshot holds and what was noted late together are all seven.
		const late = await listLateRecords(town.ctx.db, closingId);
		const { rows } = await town.ctx.db.$client.execute(
			"select value from snapshot_figures where figure = 'villagers-meetings'"
		);
		expect(Number(rows[0]!.value) + late.length).toBe(7);
		expect(await bad()).toEqual([]);
	});
});

describe('verification', () => {
	it('fails when a record is tampered with past the triggers as well', async () => {
		const entry = id();
		await enter('liu', 'sanxing', '2024-05-01', { id: entry, kind: 'slogan' });
		await close();
		const { $client } = town.ctx.db;
		await $client.execute('drop trigger late_activities_changed');
		await $client.execute(`update activities set quantity = 30 where id = '${entry}'`);
		expect(await bad()).toMatchObject([{ kind: 'figure', figure: 'slogans', settled: 3, now: 30, is: 'unexplained' }]);
	});

	it('is a command that prints a line each, and ends with 1 once a record was changed without an act', async () => {
		await enter('liu', 'sanxing', '2024-05-01', { kind: 'slogan' });
		await close();
		const sound = await runVerify();
		expect(sound.code).toBe(0);
		expect(sound.said).toContain('snapshot 1 (2024-01-01–2024-12-31): sound');
		expect(sound.said).toContain('slogans: 3: same');
		await town.ctx.db.$client.execute("update activities set quantity = 30 where kind = 'slogan'");
		const tampered = await runVerify();
		expect(tampered.code).toBe(1);
		expect(tampered.said).toContain('slogans: 3 → 30, 1 records changed: DIFFERS');
	}, 180_000);

	it('fails when a snapshot’s number, its list or its chain is tampered with', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await close();
		await close('2024-05');
		const { $client } = town.ctx.db;
		for (const table of ['snapshots', 'snapshot_figures', 'snapshot_lists'])
			await $client.execute(`drop trigger ${table}_unchanged`);
		const tamper = async (change: string, back: string) => {
			await $client.execute(change);
			const found = (await bad()).filter(({ kind }) => kind === 'snapshot').map(({ is }) => is);
			await $client.execute(back);
			return found;
		};
		const meetings = "where figure = 'villagers-meetings'";
		expect(
			await tamper(
				`update snapshot_figures set value = 9 ${meetings}`,
				`update snapshot_figures set value = 1 ${meetings}`
			)
		).toEqual(['hash-broken', 'hash-broken']);
		expect(
			await tamper(
				"update snapshot_lists set list = list || 'x' where list <> ''",
				"update snapshot_lists set list = rtrim(list, 'x') where list like '%x'"
			)
		).toEqual(['list-broken', 'list-broken']);
		expect(
			await tamper(
				"update snapshots set previous_hash = 'x' where number = 2",
				'update snapshots set previous_hash = (select hash from snapshots where number = 1) where number = 2'
			)
		).toEqual(['chain-broken']);
		expect(await bad()).toEqual([]);
	});
});
