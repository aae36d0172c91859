import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cellKind, exportColumns, exportLists } from '../../../src/lib/domain/ledgers/export';
import { figureIds } from '../../../src/lib/domain/figures/figure';
import { insertActivities } from '../../../src/lib/server/db/activities/activities';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import type { ExportRow } from '../../../src/lib/server/ledgers/export-row';
import { exportList } from '../../../src/lib/server/ledgers/exports';
import { toLedgerFile } from '../../../src/lib/server/ledgers/ledger-file';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { columnText, exportText, listDefinition, listText } from '../../../src/lib/ui/ledgers/export-words';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => (town = await openTestTown()));
afterEach(() => town.close());

type Name = Parameters<TestTown['as']>[0];
const any = { unitId: null, year: null, eventId: null, figure: null };
const take = (name: Name, list: string, filter: Partial<typeof any> | object = {}) => {
	const ctx = town.as(name);
	return exportList(ctx, { ...any, id: ctx.newId(), list, format: 'xlsx', ...filter });
};
async function rowsOf(name: Name, list: string, filter: object = {}): Promise<ExportRow[]> {
	const taken = await take(name, list, filter);
	if (!taken.ok) throw new Error(taken.refusal);
	const rows: ExportRow[] = [];
	for await (const row of taken.rows) rows.push(row);
	return rows;
}
async function declare(unitId: string, changes: object = {}): Promise<string> {
	const answer = await declareBanquet(town.as('zhou'), {
		...({ id: town.ctx.newId(), origin: 'declared', occasion: 'longevity', unitId } as const),
		hostName: '张试办',
		hostPhone: '13800000001',
		declaredOn: '2026-01-02',
		plannedOn: '2026-01-22',
		meals: 2,
		tablesPlanned: 30,
		pricePerTable: 600,
		venue: '自家院坝',
		caterer: '=一条龙',
		isHygieneCertificateSeen: true,
		...changes
	});
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
}

describe('a list taken as a file', () => {
	test('holds the records of the reader’s unit and of no other, in full, without what was struck out', async () => {
		const { sanxing, hesha } = town.units;
		const held = await declare(sanxing);
		await declare(hesha, { hostPhone: '13800000002' });
		const gone = await declare(sanxing, { hostPhone: '13800000003' });
		await recordOutcome(town.as('liu'), {
			id: town.ctx.newId(),
			banquetId: held,
			outcome: 'held',
			endedOn: '2026-01-22',
			tablesHeld: 28
		});
		await removeBanquet(town.as('liu'), { id: town.ctx.newId(), banquetId: gone, reason: '重了' });
		expect(await rowsOf('liu', 'banquets')).toEqual([
			{
				village: sanxing,
				group: null,
				host: '张试办',
				phone: '13800000001',
				origin: 'declared',
				occasion: 'longevity',
				declaredOn: '2026-01-02',
				plannedOn: '2026-01-22',
				meals: 2,
				tablesPlanned: 30,
				pricePerTable: 600,
				venue: '自家院坝',
				caterer: '=一条龙',
				hygiene: true,
				outcome: 'held',
				endedOn: '2026-01-22',
				tablesHeld: 28
			}
		]);
		expect((await rowsOf('zhou', 'banquets')).map(({ village }) => village)).toEqual([sanxing, hesha]);
		expect(await rowsOf('zhou', 'banquets', { unitId: hesha })).toHaveLength(1);
		expect(await rowsOf('zhou', 'banquets', { year: 2025 })).toEqual([]);
	});

	test('is for staff, of their own units; the journal for administrators alone', async () => {
		const refused = { ok: false, refusal: 'not-your-unit' };
		expect(await take('mei', 'banquets')).toEqual(refused);
		expect(await take('liu', 'banquets', { unitId: town.units.hesha })).toEqual(refused);
		expect(await take('liu', 'audit')).toEqual(refused);
		expect(await take('zhou', 'nothing')).toEqual({ ok: false, refusal: 'list-unknown' });
		expect(await take('zhou', 'figure-records', { figure: 'x' })).toEqual({ ok: false, refusal: 'figure-unknown' });
		const visitor = exportList(town.visitor, { ...any, id: town.ctx.newId(), list: 'banquets', format: 'csv' });
		expect(await visitor).toEqual(refused);
	});

	test('is in the journal: who took which list, narrowed how; nothing of what it held', async () => {
		await declare(town.units.sanxing);
		await rowsOf('liu', 'banquets', { year: 2026 });
		const { rows } = await town.ctx.db.$client.execute("select * from audit_entries where verb = 'exportList'");
		expect(rows).toMatchObject([{ subject_id: 'banquets', unit_id: town.units.sanxing }]);
		expect(JSON.parse(String(rows[0]!.detail))).toMatchObject({ format: 'xlsx', year: 2026 });
	});

	test('is read slice by slice, each record once, also where many share a day', async () => {
		const { db, keys, now, newId } = town.ctx;
		const entries = Array.from({ length: 1203 }, (_, nth) => {
			const id = newId();
			return {
				id,
				unitId: town.units.sanxing,
				kind: 'slogan' as const,
				doneOn: nth % 3 ? '2026-01-10' : '2026-01-11',
				subject: `第 ${nth} 条`,
				quantity: 1,
				responsibleSealed: keys.seal('王试管', 'activities.responsible', id),
				at: now(),
				byId: town.accounts.liu.id
			};
		});
		await db.batch([insertActivities(db, entries)]);
		const subjects = (await rowsOf('liu', 'activities')).map(({ subject }) => subject);
		expect(subjects).toHaveLength(1203);
		expect(new Set(subjects).size).toBe(1203);
	});

	test('there is one of every kind, with every column worded, empty or not', async () => {
		await declare(town.units.sanxing);
		await setHouseholds(town.as('zhou'), {
			id: town.ctx.newId(),
			unitId: town.units.sanxing,
			fromOn: '2026-01-01',
			households: 400
		});
		for (const list of exportLists) {
			const taken = await take('zhou', list, { figure: 'banquets-held', year: 2026 });
			if (!taken.ok) throw new Error(`${list}: ${taken.refusal}`);
			expect(listText(list)).toMatch(/\p{Script=Han}/u);
			expect(listDefinition(list, 'banquets-held')).toMatch(/\p{Script=Han}/u);
			const columns = exportColumns(list);
			expect(columns.map(columnText)).not.toContain('');
			for await (const row of taken.rows) {
				expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
				for (const column of columns) {
					const cell = exportText(list, column, row[column], taken.units);
					const kind = cellKind(list, column);
					if (typeof cell === 'number') expect(['number', 'rate']).toContain(kind);
					if (typeof cell === 'string' && kind === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
				}
			}
		}
		expect(await rowsOf('zhou', 'figures', { year: 2026 })).toHaveLength(figureIds.length);
		expect(await rowsOf('zhou', 'households')).toMatchObject([{ village: town.units.sanxing, households: 400 }]);
	});
});

test('a ledger’s sheet has its title, facts and a header that stays in sight, and is written while it is read', async () => {
	let asked = 0;
	async function* rows() {
		for (asked = 0; asked < 50_000; asked++) yield ['013800000000', '2026-04-01', asked, 12.5] as const;
	}
	const columns = (['text', 'date', 'number', 'rate'] as const).map((kind) => ({ label: kind, width: 12, kind }));
	const reader = toLedgerFile({
		title: '名单/一',
		facts: [{ term: '单位', value: '三星村' }],
		columns,
		rows: rows()
	}).getReader();
	const pieces: Uint8Array[] = [];
	let askedAtFirst: number | null = null;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		pieces.push(value);
		if (value.length > 1000) askedAtFirst ??= asked;
	}
	expect(askedAtFirst).toBeLessThan(25_000);
	const sheet = (await readXlsx(Buffer.concat(pieces), { readStyles: true })).sheets[0]!;
	expect([sheet.name, sheet.rows[0]![0], sheet.rows[1]![0]]).toEqual(['名单 一', '名单/一', '单位：三星村']);
	expect(sheet.rows[3]).toEqual(['text', 'date', 'number', 'rate']);
	expect(sheet.rows).toHaveLength(50_004);
	const [phone, day, count, rate] = sheet.rows[5]!;
	expect([phone, count, rate]).toEqual(['013800000000', 1, 12.5]);
	expect((day as Date).toISOString().slice(0, 10)).toBe('2026-04-01');
	expect(sheet.freezePane).toMatchObject({ rows: 4 });
});
