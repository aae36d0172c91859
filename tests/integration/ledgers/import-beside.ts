import { expect } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { openDatabase } from '../../../src/lib/server/db/client';
import { createWriter } from '../../../src/lib/server/db/writer';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { workOn } from '../../../src/lib/server/ledgers/work-on';
import { accountOf, textFile } from './import-files';
import type { TestTown } from '../test-town';

const outcomes = ['已办', '取消不办', '', '改家庭聚餐'];

/** A name for each number: Han characters alone. */
const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;

const ledger = (many: number) =>
	textFile([
		['2024年三星村宴席台账'],
		['序号', '户主', '事由', '日期', '桌数', '电话', '办理情况'],
		...Array.from({ length: many }, (_, nth) => [
			String(nth + 1),
			nameOf(nth),
			'婚宴',
			addDays('2024-01-01', nth % 366).replaceAll('-', '.'),
			'12桌',
			nth % 3 ? `138${String(nth).padStart(8, '0')}` : '',
			outcomes[nth % 4]!
		])
	]);

/**
 * Imports `many` banquets and undoes the import, while another connection writes and reads; that one is served between two slices.
 * Prints how long each part took and how long the other connection had to wait at most, in ms.
 */
export async function importBesideNeighbour(town: TestTown, many: number): Promise<void> {
	const liu = town.as('liu');
	const importId = town.ctx.newId();
	const neighbour = workBeside(town);
	const times: Record<string, number> = {};
	const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
		const began = performance.now();
		const value = await work();
		times[name] = Math.round(performance.now() - began);
		return value;
	};
	const file = { id: importId, ledger: 'banquets' as const, fileName: '全.csv', bytes: ledger(many), sheet: null };
	expect(await timed('start', () => startImport(liu, file))).toEqual({ ok: true });
	await timed('read', () => readOn(liu, importId));
	expect(await accountOf(town.ctx, importId)).toEqual({ all: many, new: many });
	const landed = await timed('land', () => landImport(liu, { id: town.ctx.newId(), importId }));
	expect(landed).toEqual({ ok: true });
	await timed('others', () => workOn(liu, importId));
	const count = () => countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {});
	expect(await count()).toBe(many);
	const undo = { id: town.ctx.newId(), importId, reason: '试', keepsWorkedOn: false };
	expect(await timed('undo', () => undoImport(liu, undo))).toEqual({ ok: true });
	await timed('others undone', () => workOn(liu, importId));
	expect(await count()).toBe(0);
	const { seen, writes, longestWait } = await neighbour.stop();
	console.info(`[${many} rows]`, { ...times, longestWait: Math.round(longestWait), writes });
	expect(seen.length, 'it sees them come and go').toBeGreaterThan(4);
	expect(writes).toBeGreaterThan(10);
}

/** Another process: keeps writing entries of the work ledger, and counts the banquets. */
function workBeside(town: TestTown) {
	const seen = new Set<number>();
	let isOver = false;
	let longestWait = 0;
	let writes = 0;
	const work = (async () => {
		const other = await openDatabase(town.url);
		const ctx = { ...town.as('he'), db: other, writer: createWriter(other) };
		let last = performance.now();
		while (!isOver) {
			const written = await recordActivity(ctx, { ...walk, id: ctx.newId(), unitId: town.units.hesha });
			expect(written.ok).toBe(true);
			writes++;
			seen.add(await countBanquets(other, town.units.town, town.ctx.today(), {}));
			longestWait = Math.max(longestWait, performance.now() - last);
			last = performance.now();
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		await other.$client.close();
	})();
	return {
		async stop() {
			isOver = true;
			await work;
			return { seen: [...seen], writes, longestWait };
		}
	};
}

const walk = {
	kind: 'other' as const,
	doneOn: '2026-03-01',
	subject: '走访',
	quantity: 1,
	place: '',
	audience: '',
	result: '',
	responsible: '何测试',
	evidence: '',
	note: ''
};
