import { afterEach, beforeEach, expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { accountOf, textFile } from './import-files';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let other: Database;

/** How many lines the ledger has: more than are read at once. */
export const lines = 1000;
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

/** How many rows of each state are left when the whole ledger is read. */
export const whole = { all: lines, new: 500, doubtful: 500 };

/** Liu sends the ledger. Out: the id of the import. */
export async function start(): Promise<string> {
	const id = town.ctx.newId();
	const command = { id, ledger: 'banquets', fileName: '台账.csv', bytes: file(), sheet: null } as const;
	expect(await startImport(town.as('liu'), command)).toEqual({ ok: true });
	return id;
}

/** How many rows of an import are still to be read. */
export const unreadOf = async (id: string) => (await accountOf(town.ctx, id)).unread ?? 0;

/** Opens a town and a second connection to it before each test of a file, and closes both after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		other = await openDatabase(town.url);
	});
	afterEach(async () => {
		if (!other.$client.closed) await other.$client.close();
		await town.close();
	});
}
