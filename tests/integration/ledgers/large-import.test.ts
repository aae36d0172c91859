import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquets';
import { openDatabase } from '../../../src/lib/server/db/client';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { landImport, readOn, startImport, undoImport } from '../../../src/lib/server/ledgers/imports';
import { accountOf, textFile } from './import-files';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

/** As many rows as one import takes. */
const many = 20_000;
const outcomes = ['已办', '取消不办', '', '改家庭聚餐'];

/** A name for each number: Han characters alone. */
const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;

const ledger = () =>
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

test('20,000 rows come in in one go while another connection writes and reads, which sees all of them or none', async () => {
	const liu = town.as('liu');
	const importId = town.ctx.newId();
	const other = await openDatabase(town.url);
	const seen = new Set<number>();
	let isOver = false;
	let longestWait = 0;
	let writes = 0;
	/** Another process: keeps writing entries of the work ledger, and looks at the banquets. */
	const neighbour = (async () => {
		const ctx = { ...town.as('he'), db: other };
		let last = performance.now();
		while (!isOver) {
			const id = town.ctx.newId();
			const written = await recordActivity(ctx, {
				id,
				unitId: town.units.hesha,
				kind: 'other',
				doneOn: '2026-03-01',
				subject: '走访',
				quantity: 1,
				place: '',
				audience: '',
				result: '',
				responsible: '何测试',
				evidence: '',
				note: ''
			});
			expect(written.ok).toBe(true);
			writes++;
			seen.add(await countBanquets(other, town.units.town, town.ctx.today(), {}));
			longestWait = Math.max(longestWait, performance.now() - last);
			last = performance.now();
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	})();
	const times: Record<string, number> = {};
	const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
		const began = performance.now();
		const value = await work();
		times[name] = Math.round(performance.now() - began);
		return value;
	};
	const started = await timed('start', () =>
		startImport(liu, { id: importId, ledger: 'banquets', fileName: '全.csv', bytes: ledger(), sheet: null })
	);
	expect(started).toEqual({ ok: true });
	await timed('read', async () => {
		while ((await readOn(liu, importId, 700)) > 0);
	});
	expect(await accountOf(town.ctx, importId)).toEqual({ all: many, new: many });
	const landed = await timed('land', () => landImport(liu, { id: town.ctx.newId(), importId }));
	expect(landed).toEqual({ ok: true });
	const undone = await timed('undo', () =>
		undoImport(liu, { id: town.ctx.newId(), importId, reason: '试', keepsWorkedOn: false })
	);
	expect(undone).toEqual({ ok: true });
	isOver = true;
	await neighbour;
	other.$client.close();
	console.info('[20,000 rows]', { ...times, longestWait: Math.round(longestWait), writes });
	expect(
		[...seen].every((count) => count === 0 || count === many),
		[...seen].join(' ')
	).toBe(true);
	expect(writes).toBeGreaterThan(1);
}, 400_000);
