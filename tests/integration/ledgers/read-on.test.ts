import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { dropImport } from '../../../src/lib/server/ledgers/drop-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { actions, load } from '../../../src/routes/desk/(ledgers)/imports/[id=id]/+page.server';
import { accountOf, textFile } from './import-files';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let other: Database;
beforeEach(async () => {
	town = await openTestTown();
	other = await openDatabase(town.url);
});
afterEach(() => {
	if (!other.$client.closed) other.$client.close();
	town.close();
});

const lines = 1000;
const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;
/** Each host twice, far apart in the file: 500 banquets, and each once more. */
const file = () =>
	textFile([
		['2024年三星村宴席台账'],
		['户主', '事由', '日期', '桌数'],
		...Array.from({ length: lines }, (_, nth) => [
			nameOf(nth % 500),
			'婚宴',
			addDays('2024-01-01', nth % 500).replaceAll('-', '.'),
			'12'
		])
	]);
const whole = { all: lines, new: 500, double: 500 };

async function start(): Promise<string> {
	const id = town.ctx.newId();
	const command = { id, ledger: 'banquets', fileName: '台账.csv', bytes: file(), sheet: null } as const;
	expect(await startImport(town.as('liu'), command)).toEqual({ ok: true });
	return id;
}

const inOtherProcess = () => ({ ...town.as('liu'), db: other });
const unreadOf = async (id: string) => (await accountOf(town.ctx, id)).unread ?? 0;

describe('the reading of a draft', () => {
	test('that is cut off goes on from there, in another process', async () => {
		const id = await start();
		const cut = readOn(inOtherProcess(), id).catch((fault: unknown) => fault);
		await vi.waitUntil(async () => (await unreadOf(id)) < lines, { interval: 1, timeout: 20_000 });
		other.$client.close();
		expect(await cut).toBeInstanceOf(Error);
		expect(await unreadOf(id)).toBeGreaterThan(0);
		await readOn(town.as('liu'), id);
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});

	test('by two processes at once comes to the same, doubles found', async () => {
		const id = await start();
		await Promise.all([readOn(town.as('liu'), id), readOn(inOtherProcess(), id)]);
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});

	test('ends, and puts nothing back, when the draft is dropped meanwhile', async () => {
		const id = await start();
		const reading = readOn(inOtherProcess(), id);
		await vi.waitUntil(async () => (await unreadOf(id)) < lines, { interval: 1, timeout: 20_000 });
		expect(await dropImport(town.as('liu'), { id: town.ctx.newId(), importId: id })).toEqual({ ok: true });
		await reading;
		const { rows } = await town.ctx.db.$client.execute(
			`select count(*) as c from import_rows where record is not null or text_sealed <> 'erased'`
		);
		expect(rows[0]!.c).toBe(0);
	});
});

describe('the page of a draft', () => {
	const eventOf = (id: string, query = '') => ({
		locals: { context: town.as('liu') },
		params: { id },
		url: new URL(`http://localhost/desk/imports/${id}${query}`),
		request: new Request('http://localhost', { method: 'POST' })
	});
	const look = async (id: string, query?: string) =>
		(await load(eventOf(id, query) as never)) as { state: string; unread: number; isStopped: boolean };

	test('reads nothing when it is looked at, says when reading has stopped, and reads on when it is told to', async () => {
		const id = await start();
		const before = await town.ctx.db.$client.execute('select total_changes() as c');
		expect(await look(id)).toMatchObject({ state: 'reading', unread: lines, isStopped: false });
		expect(await look(id, `?left=${lines}`)).toMatchObject({ state: 'reading', isStopped: true });
		expect(await look(id, `?left=${lines + 1}`)).toMatchObject({ isStopped: false });
		expect((await town.ctx.db.$client.execute('select total_changes() as c')).rows).toEqual(before.rows);
		await expect(actions.read!(eventOf(id) as never)).rejects.toMatchObject({ status: 303 });
		await vi.waitUntil(async () => (await unreadOf(id)) === 0, { interval: 20, timeout: 20_000 });
		expect(await look(id)).toMatchObject({ state: 'draft', unread: 0, isStopped: false });
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});
});
