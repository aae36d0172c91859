import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { listHouseholdCounts } from '../../../src/lib/server/db/units/households';
import { confirmImported } from '../../../src/lib/server/ledgers/confirm-imported';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { accountOf, bring, linesOf, textFile } from './import-files';
import { openSlot } from '../events/open-slot';
import { lunar } from '../birthdays/roll-of';
import type { CastName } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const act = () => town.ctx.newId();
const folder = (name: string) => readFileSync(`tests/ledgers/${name}`);
const brief = async (id: string) =>
	(await linesOf(town.ctx, id)).map(({ nth, state, faults }) => [nth, state, ...faults].join(' '));
const land = (by: CastName, importId: string) => landImport(town.as(by), { id: act(), importId });
const undo = (by: CastName, importId: string) =>
	undoImport(town.as(by), { id: act(), importId, reason: '传错了', keepsWorkedOn: false });
const countOf = async (sql: string) => (await town.ctx.db.$client.execute(sql)).rows[0]!.c as number;

describe('the folder of messy ledgers', () => {
	test('banquets of LibreOffice: merged groups, a heading in the middle, subtotals, a span of days, the same banquet twice', async () => {
		const he = town.as('he');
		const id = await bring(he, 'banquets', folder('banquets-2024.xlsx'));
		expect(await brief(id)).toEqual([
			'4 wrong group: group-unknown',
			'5 wrong group: group-unknown tablesHeld: missing',
			'6 wrong group: group-unknown',
			'7 skipped',
			'8 skipped',
			'9 wrong group: group-unknown phone: phone-wrong plannedOn: date-span',
			'10 wrong group: group-unknown',
			'11 wrong group: group-unknown',
			'12 wrong group: group-unknown',
			'14 skipped',
			'15 skipped'
		]);
		// The test town's 河沙村 has no groups: they are named once for all rows.
		const alike = ['一组', '2组', '二组'].map((from) => ({ column: 'group' as const, from, to: '' }));
		await mendImport(he, { id: act(), importId: id, alike, rows: [{ nth: 5, texts: { tablesHeld: '10' } }] });
		await readOn(he, id);
		await mendImport(he, { id: act(), importId: id, leave: [9] });
		await decideImportRows(he, { id: act(), importId: id, decisions: { take: [12] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 11, new: 5, double: 1, 'left-out': 1, skipped: 4 });
		expect(await land('he', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			`select planned_on, tables_planned, occasion, outcome, tables_held, ended_on from banquets
			left join banquet_outcomes on banquet_id = id order by planned_on`
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'2024-02-24 20 funeral',
			'2024-03-05 12 wedding held 12 2024-03-05',
			'2024-03-08 15 longevity reduced 10 2024-03-08',
			'2024-09-01 8 housewarming cancelled 0 2024-09-01',
			'2024-09-06 8 housewarming'
		]);
	});

	test('dissuasions with days from 1904 and a heading of two lines: banquets come with them, and a second person confirms', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'dissuasions', folder('dissuasions-1904.xlsx'));
		expect(await brief(id)).toEqual([
			'4 new',
			'5 new',
			'6 wrong tablesPlanned: formula-empty',
			'7 wrong tablesPlanned: number-span',
			'8 new',
			'9 skipped'
		]);
		await mendImport(zhou, { id: act(), importId: id, rows: [{ nth: 6, texts: { tablesPlanned: '9' } }], leave: [7] });
		await readOn(zhou, id);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 6, new: 4, 'left-out': 1, skipped: 1 });
		expect(await land('zhou', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			`select b.planned_on, b.tables_planned, b.origin, d.went_on, d.visits, d.outcome, o.outcome as ended from dissuasions d
			join banquets b on b.id = d.banquet_id left join banquet_outcomes o on o.banquet_id = b.id order by b.planned_on`
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'2024-08-02 15 found 2024-07-23 1 cancelled cancelled',
			'2024-08-18 9 found 2024-08-01 1 went-ahead',
			'2024-08-22 12 found 2024-08-12 1 reduced',
			'2024-09-09 10 found 2024-09-01 1 family-meal family-meal'
		]);
		expect(await countOf('select count(*) c from dissuasion_confirmations')).toBe(0);
		const confirm = (by: CastName) => confirmImported(town.as(by), { id: act(), importId: id });
		expect(await confirm('zhou')).toEqual({ ok: true, confirmed: 0 });
		expect(await confirm('liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	test('the work ledger: several date forms, a checked zero, two broadcasts of one day', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'activities', folder('activities-zero.xlsx'));
		expect(await brief(id)).toEqual([
			'3 new',
			'4 new',
			'5 new',
			'6 new',
			'7 wrong kind: choice-unknown on: date-wrong',
			'8 wrong responsible: missing',
			'9 new',
			'10 doubtful',
			'11 skipped'
		]);
		const texts = { responsible: '刘测试' };
		await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 8, texts }], leave: [7] });
		await readOn(liu, id);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'doubtful', decision: 'take' } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 9, new: 7, 'left-out': 1, skipped: 1 });
		expect(await land('liu', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			'select kind, done_on, quantity, zero_month, evidence from activities order by id'
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'villagers-meeting 2025-03-01 1  照片2张',
			'slogan 2025-03-20 12',
			`checked-zero ${town.ctx.today()} 0 2025-04 热线`,
			'complaint 2025-05-06 1  =HYPERLINK("http://x")',
			...Array<string>(3).fill('appeal-broadcast 2025-06-01 1')
		]);
		expect(await undo('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from activities where is_removed = 0')).toBe(0);
	});

	test('the roll of elders of LibreOffice: the calendar of the heading, namesakes asked about, and undone it may come again', async () => {
		const liu = town.as('liu');
		const bringRoll = () => bring(liu, 'elders', folder('elders.xlsx'));
		const id = await bringRoll();
		expect(await brief(id)).toEqual([
			'3 new',
			'4 new',
			'5 doubtful',
			'6 wrong sex: choice-unknown birth: birth-wrong',
			'7 skipped',
			'8 skipped'
		]);
		await mendImport(liu, { id: act(), importId: id, leave: [5, 6] });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 6, new: 2, 'left-out': 2, skipped: 2 });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toMatchObject([
			{
				name: '测老甲',
				birth: lunar(1947, 2, 30),
				phone: '13800000031',
				relativePhone: '13800000041',
				diet: 'low-sugar'
			},
			{ name: '测老乙', birth: lunar(1947, 1, 5), unitId: town.units.sanxingGroup1 }
		]);
		const again = await bringRoll();
		expect((await brief(again))[1]).toBe('4 double');
		expect(await undo('liu', id)).toEqual({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toEqual([]);
		expect(await countOf("select count(*) c from elder_removals where reason = '传错了'")).toBe(2);
		const third = await bringRoll();
		expect((await brief(third))[1]).toBe('4 new');
	});
});

describe('dissuasions', () => {
	const head = ['村', '对象', '事由', '原定日期', '桌数', '劝导日期', '劝导结果'];

	test('of a banquet on record are put on it, and confirmed by another account at once', async () => {
		const liu = town.as('liu');
		const banquets = await bring(
			liu,
			'banquets',
			textFile([
				['户主', '事由', '日期', '桌数'],
				['测甲', '升学宴', '2024-08-20', '12'],
				['测乙', '婚宴', '2024-08-20', '12']
			])
		);
		await land('liu', banquets);
		const id = await bring(
			liu,
			'dissuasions',
			textFile([
				head,
				['三星村', '测甲', '升学', '2024-08-20', '', '2024-08-01', '同意不办'],
				['三星村', '测乙', '', '', '', '2024-08-21', '同意不办'],
				['三星村', '测丙', '', '2024-08-20', '', '2024-08-01', '同意不办']
			])
		);
		expect(await brief(id)).toEqual([
			'2 new',
			'3 wrong occasion: missing plannedOn: missing tablesPlanned: tables-missing',
			'4 wrong occasion: missing tablesPlanned: tables-missing'
		]);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'wrong', decision: 'leave' } });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets')).toBe(2);
		expect(await countOf("select count(*) c from banquet_outcomes where outcome = 'cancelled'")).toBe(1);
		expect(await confirmImported(town.as('zhou'), { id: act(), importId: id })).toEqual({ ok: true, confirmed: 1 });
		expect(await undo('liu', id)).toEqual({ ok: false, refusal: 'import-worked-on' });
	});

	test('that are undone leave the banquet as it was, and the file may come again', async () => {
		const liu = town.as('liu');
		const file = textFile([head, ['三星村', '测甲', '升学', '2024-08-20', '10', '2024-08-01', '同意不办']]);
		const first = await bring(liu, 'dissuasions', file);
		await land('liu', first);
		expect(await undo('liu', first)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets where is_removed = 0')).toBe(0);
		const banquets = await bring(
			liu,
			'banquets',
			textFile([
				['户主', '事由', '日期', '桌数'],
				['测甲', '升学宴', '2024-08-20', '12']
			])
		);
		await land('liu', banquets);
		const second = await bring(liu, 'dissuasions', file);
		expect(await land('liu', second)).toEqual({ ok: true });
		expect(await undo('liu', second)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets where is_removed = 0')).toBe(1);
		expect(
			await countOf(
				'select count(*) c from banquet_outcomes o join banquets b on b.id = banquet_id where is_removed = 0'
			)
		).toBe(0);
		expect(await countOf('select count(*) c from dissuasion_removals')).toBe(2);
	});
});

describe('households and sign-ups', () => {
	test('counts of households leave what is recorded as it is, and an undone one stays readable', async () => {
		const zhou = town.as('zhou');
		const file = textFile([
			['村', '统计日期', '总户数'],
			['三星村', '2024年1月1日', '620户'],
			['河沙村', '2024.1.1', '５４０'],
			['合计', '', '1160']
		]);
		const id = await bring(zhou, 'households', file);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 3, new: 2, skipped: 1 });
		expect(await land('zhou', id)).toEqual({ ok: true });
		expect(await listHouseholdCounts(town.ctx.db, town.units.hesha)).toEqual([
			{ fromOn: '2024-01-01', households: 540 }
		]);
		expect(await accountOf(town.ctx, await bring(zhou, 'households', file))).toEqual({ all: 3, double: 2, skipped: 1 });
		expect(await undo('zhou', id)).toEqual({ ok: true });
		expect(await listHouseholdCounts(town.ctx.db, town.units.hesha)).toEqual([]);
		expect(await countOf('select sum(households) c from household_count_removals')).toBe(1160);
		expect(await accountOf(town.ctx, await bring(zhou, 'households', file))).toEqual({ all: 3, new: 2, skipped: 1 });
	});

	test('sign-ups take their places in the order of the file, and are withdrawn when the import is undone', async () => {
		const { slotId } = await openSlot(town, 3);
		const { rows } = await town.ctx.db.$client.execute(
			'select e.title, s.starts_at from slots s join events e on e.id = s.event_id'
		);
		const title = String(rows[0]!.title);
		const at = new Date(Number(rows[0]!.starts_at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ');
		const head = ['活动', '时段', '姓名', '电话', '村', '人数', '同行人'];
		const file = textFile([
			head,
			[title, at, '测甲', '13800000051', '三星村', '2', '测小甲'],
			[title, at, '测乙', '', '外镇', '2人', ''],
			[title, at, '测丙', '13800000053', '河沙村', '1', ''],
			[title, at, '测甲', '13800000051', '三星村', '1', ''],
			[title, '2020-01-01 09:00', '测丁', '13800000054', '三星村', '1', ''],
			['没有的活动', at, '测丁', '13800000054', '三星村', '1', '']
		]);
		const id = await bring(town.as('zhou'), 'signups', file);
		expect(await brief(id)).toEqual([
			'2 new',
			'3 new',
			'4 new',
			'5 double',
			'6 wrong slotStart: slot-unknown',
			'7 wrong event: event-unknown'
		]);
		await decideImportRows(town.as('zhou'), {
			id: act(),
			importId: id,
			decisions: { state: 'wrong', decision: 'leave' }
		});
		expect(await land('zhou', id)).toEqual({ ok: true });
		const places = async () =>
			(await town.ctx.db.$client.execute('select place from signups order by seq')).rows.map(({ place }) => place);
		expect(await places()).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
		expect(await countOf(`select taken c from slots where id = '${slotId}'`)).toBe(2);
		expect(await undo('zhou', id)).toEqual({ ok: true });
		expect(await places()).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
	});
});
