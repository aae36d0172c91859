import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { findImport, listImports, listSameFile } from '../../../src/lib/server/db/ledgers/imports';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { openHost } from '../../../src/lib/server/banquets/host';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { dropImport, dropOldDrafts } from '../../../src/lib/server/ledgers/drop-import';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { setImportColumns } from '../../../src/lib/server/ledgers/set-columns';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { accountOf, bring, linesOf, sheetFile, textFile } from './import-files';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const act = () => town.ctx.newId();
const head = ['序号', '组', '户主', '事由', '办酒时间', '桌数', '联系电话', '办理情况'];
const messy = () =>
	sheetFile(
		[
			['2024年三星村宴席台账'],
			['填报单位：三星村', null, null, null, null, null, '2024年12月'],
			head,
			[1, '一组', '张 三', '结婚', new Date(Date.UTC(2024, 2, 5)), '12桌', '138 0000 0001', '已办'],
			[2, null, '李四', '升学宴', '8月20日', '１０', 13800000002, '取消不办'],
			[3, '一组', '王五', '白事', '2024.9.1', '二十桌', '', ''],
			head,
			[4, '一组', '赵六', '70大寿', '10月1日-3日', '约15', '12', '看情况'],
			[5, '九组', '孙七', '乔迁', '正月初八', 8, '', '已办'],
			[6, '一组', '张三', '结婚', '2024年3月5日', 12, '13800000001', '已办'],
			[7, '一组', '李四', '升学', '8月25日', 10, '13800000002', '取消'],
			[8, null, null, null, null, null, null, null],
			['合计', null, null, null, null, 87],
			['填表人：刘测试', null, '审核人：周测试']
		],
		[[3, 1, 4, 1]]
	);

/** The hosts of all banquets in the ledger, in the order of their names. */
async function hosts(): Promise<string[]> {
	const { rows } = await town.ctx.db.$client.execute('select id from banquets where is_removed = 0');
	const found = await Promise.all(rows.map(({ id }) => findBanquet(town.ctx.db, String(id))));
	return found.map((one) => openHost(town.ctx, one!.banquet).hostName).sort();
}

describe('a messy ledger', () => {
	test('is read so that every line is accounted for: new, to mend, double, doubtful, or no row at all', async () => {
		const id = await bring(town.as('liu'), 'banquets', await messy());
		const lines = await linesOf(town.ctx, id);
		expect(lines.map(({ nth, state, faults }) => [nth, state, ...faults])).toEqual([
			[4, 'new'],
			[5, 'new'],
			[6, 'new'],
			[7, 'skipped'],
			[8, 'wrong', 'phone: phone-wrong', 'plannedOn: date-span', 'outcome: choice-unknown'],
			[9, 'wrong', 'group: group-unknown'],
			[10, 'double'],
			[11, 'doubtful'],
			[12, 'skipped'],
			[13, 'skipped'],
			[14, 'skipped']
		]);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 11, new: 3, wrong: 2, double: 1, doubtful: 1, skipped: 4 });
		expect(lines[0]!.record).toMatchObject({
			plannedOn: '2024-03-05',
			tablesPlanned: 12,
			outcome: 'held',
			tablesHeld: 12,
			declaredOn: '2024-03-05'
		});
		// The group of a merged cell goes down, the year of the title too, and lunar days become solar ones.
		expect(lines[1]!.record).toMatchObject({
			unitId: town.units.sanxingGroup1,
			plannedOn: '2024-08-20',
			outcome: 'cancelled'
		});
	});

	test('is mended in place, decided, and written in one go', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', await messy());
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: false, refusal: 'import-not-ready' });
		const texts = { plannedOn: '2024-10-01', phone: '', outcome: '如期办理' };
		expect(await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 8, texts }] })).toEqual({
			ok: true,
			rows: 1
		});
		expect(
			await mendImport(liu, { id: act(), importId: id, alike: [{ column: 'group', from: '九组', to: '一组' }] })
		).toEqual({
			ok: true,
			rows: 1
		});
		await readOn(liu, id);
		expect(
			await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'doubtful', decision: 'leave' } })
		).toEqual({
			ok: true
		});
		expect(await accountOf(town.ctx, id)).toEqual({ all: 11, new: 5, double: 1, 'left-out': 1, skipped: 4 });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(0);
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['孙七', '张三', '李四', '王五', '赵六']);
		expect(await accountOf(town.ctx, id)).toMatchObject({ all: 11, new: 5 });
		const { rows } = await town.ctx.db.$client.execute(
			"select count(*) c from import_rows where text_sealed <> 'erased' or record is not null"
		);
		expect(rows[0]!.c).toBe(0);
	});

	test('lands once, however often it is sent', async () => {
		const liu = town.as('liu');
		const id = await bring(
			liu,
			'banquets',
			textFile([head, ['1', '', '张三', '结婚', '2024-03-05', '12', '', '已办']])
		);
		const landing = { id: act(), importId: id };
		expect(await Promise.all([landImport(liu, landing), landImport(liu, landing)])).toEqual([
			{ ok: true },
			{ ok: true }
		]);
		expect(await landImport(liu, landing)).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: false, refusal: 'import-closed' });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(1);
	});
});

describe('what is there already', () => {
	const one = (host: string, on: string, occasion = '结婚', phone = '') => [
		'1',
		'',
		host,
		occasion,
		on,
		'12',
		phone,
		''
	];

	test('is the same by village, day, host and occasion, and alike by host within ten days or by telephone on the day', async () => {
		const liu = town.as('liu');
		await declareBanquet(liu, {
			id: act(),
			origin: 'declared',
			unitId: town.units.sanxing,
			hostName: '张三',
			hostPhone: '13800000001',
			occasion: 'wedding',
			declaredOn: '2026-02-20',
			plannedOn: '2026-03-05',
			meals: 1,
			tablesPlanned: 12,
			pricePerTable: null,
			venue: '',
			caterer: '',
			isHygieneCertificateSeen: false
		});
		const id = await bring(
			liu,
			'banquets',
			textFile([
				head,
				one('张 三', '2026-03-05'),
				one('张三', '2026-03-12', '满月'),
				one('张三', '2026-03-20'),
				one('张王氏', '2026-03-05', '寿宴', '13800000001'),
				one('张三丰', '2026-03-05')
			])
		);
		const states = (await linesOf(town.ctx, id)).map(({ state }) => state);
		expect(states).toEqual(['double', 'doubtful', 'doubtful', 'doubtful', 'new']);
	});

	test('comes back as new when the row it repeats is left out', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', textFile([head, one('张三', '2024-03-05'), one('张三', '2024-03-05')]));
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, double: 1 });
		await decideImportRows(liu, { id: act(), importId: id, decisions: { leave: [2] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, 'left-out': 1 });
		await decideImportRows(liu, { id: act(), importId: id, decisions: { ask: [2] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 1, double: 1 });
	});

	test('recorded by another cadre in between stops the whole write, and every row is looked at again', async () => {
		const liu = town.as('liu');
		const lines = [head, one('张三', '2024-03-05', '结婚', '13800000001'), one('李四', '2024-03-06')];
		const [first, second] = [
			await bring(liu, 'banquets', textFile(lines)),
			await bring(liu, 'banquets', textFile(lines))
		];
		expect(await landImport(liu, { id: act(), importId: first })).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: second })).toEqual({ ok: false, refusal: 'import-outdated' });
		expect(await hosts()).toEqual(['张三', '李四']);
		await readOn(liu, second);
		expect(await accountOf(town.ctx, second)).toEqual({ all: 2, double: 2 });
	});

	test('is said of the same file', async () => {
		const liu = town.as('liu');
		const bytes = textFile([head, one('张三', '2024-03-05')]);
		const first = await bring(liu, 'banquets', bytes);
		const second = await bring(liu, 'banquets', bytes);
		const { fileHash: hash } = (await findImport(town.ctx.db, second))!.import;
		expect(await listSameFile(town.ctx.db, { hash, scope: town.units.sanxing, exceptId: second })).toMatchObject([
			{ id: first }
		]);
	});
});

describe('an import that is undone', () => {
	const file = () =>
		textFile([
			head,
			['1', '', '张三', '结婚', '2024-03-05', '12', '13800000001', '已办'],
			['2', '', '李四', '升学', '2024-08-05', '10', '', '']
		]);

	test('leaves every list and figure, stays readable, and the same file may come again', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', file());
		await landImport(liu, { id: act(), importId: id });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), { state: 'took-place' })).toBe(1);
		const undo = { id: act(), importId: id, reason: '传错了年份', keepsWorkedOn: false };
		expect(await undoImport(liu, undo)).toEqual({ ok: true });
		expect(await undoImport(liu, undo)).toEqual({ ok: true });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(0);
		const { rows } = await town.ctx.db.$client.execute('select banquet_id, reason from banquet_removals');
		expect(rows).toHaveLength(2);
		expect((await findBanquet(town.ctx.db, String(rows[0]!.banquet_id)))!.removal).toMatchObject({
			reason: '传错了年份'
		});
		const again = await bring(liu, 'banquets', file());
		expect(await accountOf(town.ctx, again)).toEqual({ all: 2, new: 2 });
		expect(await landImport(liu, { id: act(), importId: again })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['张三', '李四']);
	});

	test('is stopped by a record that was worked on since, unless that one is kept', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', file());
		await landImport(liu, { id: act(), importId: id });
		const { rows } = await town.ctx.db.$client.execute("select id from banquets where occasion = 'school'");
		await recordOutcome(liu, {
			id: act(),
			banquetId: String(rows[0]!.id),
			outcome: 'cancelled',
			endedOn: '2024-08-01',
			tablesHeld: 0
		});
		const undo = { importId: id, reason: '重复' };
		expect(await undoImport(liu, { id: act(), ...undo, keepsWorkedOn: false })).toEqual({
			ok: false,
			refusal: 'import-worked-on'
		});
		expect(await hosts()).toHaveLength(2);
		expect(await undoImport(liu, { id: act(), ...undo, keepsWorkedOn: true })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['李四']);
		expect((await findImport(town.ctx.db, id))!.undo).toMatchObject({ removed: 1, kept: 1 });
	});
});

describe('a draft', () => {
	const lines = [
		['村', ...head.slice(2)],
		['三星村', '张三', '结婚', '3月5日', '12', '', ''],
		['河沙村', '李四', '结婚', '3月6日', '12', '', '']
	];

	test('is read again when a column is named, or the year that the title leaves out', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'banquets', textFile([['村', '谁家', ...head.slice(3)], ...lines.slice(1)]));
		expect((await linesOf(town.ctx, id))[0]!.faults).toEqual(['plannedOn: year-missing', 'host: missing']);
		const change = { importId: id, year: 2024, villageId: null, calendar: null };
		const columns = ['village', 'host', 'occasion', 'plannedOn', 'tablesPlanned', 'phone', 'outcome'] as const;
		expect(await setImportColumns(zhou, { id: act(), ...change, columns: [...columns, 'host'] })).toEqual({
			ok: false,
			refusal: 'columns-twice'
		});
		expect(await setImportColumns(zhou, { id: act(), ...change, columns: [...columns] })).toEqual({ ok: true });
		await readOn(zhou, id);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, new: 2 });
	});

	test('has faults in words for villages outside the scope of the cadre who uploads it, and is for the staff of its unit', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', textFile([['2024年'], ...lines]));
		const read = await linesOf(town.ctx, id);
		expect(read.map(({ state, faults }) => [state, ...faults])).toEqual([
			['new'],
			['wrong', 'village: unit-not-yours']
		]);
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			const [refused, importId] = [{ ok: false, refusal: 'not-your-unit' }, id];
			expect(await landImport(ctx, { id: act(), importId })).toEqual(refused);
			expect(await mendImport(ctx, { id: act(), importId, rows: [{ nth: 3, texts: {} }] })).toEqual(refused);
			expect(await decideImportRows(ctx, { id: act(), importId, decisions: { leave: [3] } })).toEqual(refused);
			expect(await dropImport(ctx, { id: act(), importId })).toEqual(refused);
			expect(await undoImport(ctx, { id: act(), importId, reason: 'x', keepsWorkedOn: false })).toEqual(refused);
		}
		expect((await listImports(town.ctx.db, town.units.hesha)).rows).toEqual([]);
		const bytes = textFile(lines);
		const command = { id: act(), ledger: 'banquets', fileName: 'a.csv', bytes, sheet: null } as const;
		expect(await startImport(town.as('tang'), command)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	test('that is dropped, or not finished in thirty days, loses its texts', async () => {
		const liu = town.as('liu');
		const [first, second] = [
			await bring(liu, 'banquets', textFile(lines)),
			await bring(liu, 'banquets', textFile(lines))
		];
		expect(await dropImport(liu, { id: act(), importId: first })).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: first })).toEqual({ ok: false, refusal: 'import-closed' });
		town.clock.advance(29 * 24 * 3600 * 1000);
		expect(await dropOldDrafts(town.ctx)).toBe(0);
		town.clock.advance(2 * 24 * 3600 * 1000);
		expect(await dropOldDrafts(town.ctx)).toBe(1);
		const { rows } = await town.ctx.db.$client.execute(
			"select count(*) c from import_rows where text_sealed <> 'erased'"
		);
		expect(rows[0]!.c).toBe(0);
		expect((await findImport(town.ctx.db, second))!.drop).not.toBeNull();
	});

	test('never keeps identity numbers, bank cards, illnesses or gift money, and names what it left out', async () => {
		const id = await bring(
			town.as('liu'),
			'elders',
			textFile([
				['姓名', '性别', '出生日期', '身份证号码', '证件', '病史'],
				['张三', '男', '农历1946年正月初五', '11010519491231002X', '11010519491231002X', '高血压']
			])
		);
		const found = (await findImport(town.ctx.db, id))!;
		expect(found.import.dropped).toEqual(['身份证号码', '证件', '病史']);
		expect(JSON.stringify(await linesOf(town.ctx, id))).not.toMatch(/1101051|高血压/);
		expect(await countRows(town.ctx.db, id)).toEqual({ new: 1 });
	});

	test('leaves no personal data in the audit trail', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', textFile([['2024年'], ...lines]), '张三家.csv');
		await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 3, texts: { village: '三星村', host: '王五' } }] });
		const { rows } = await town.ctx.db.$client.execute('select verb, detail from audit_entries');
		expect(JSON.stringify(rows)).not.toMatch(/张三|李四|王五/);
		expect(rows.map(({ verb }) => verb)).toEqual(['startImport', 'mendImport']);
	});
});
