import { describe, expect, test } from 'vitest';
import { confirmImported } from '../../../src/lib/server/ledgers/confirm-imported';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { nothingAdded } from '../../../src/lib/domain/activities/added-work';
import type { ShownRow } from '../../../src/lib/server/ledgers/import-pages';
import { cellValueText, choiceTexts } from '../../../src/lib/ui/ledgers/import-words';
import { load } from '../../../src/routes/desk/(ledgers)/imports/[id=id]/+page.server';
import { visit } from '../page-visit';
import { ledgerOf } from '../rows/ledger-rows';
import { bring, textFile } from './import-files';
import { town, land, brief, act, countOf, undo, freshTown } from './imported-ledger';

freshTown();

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

	/** 三星村 checks a month's dissuasions as zero, on its last day. */
	const checkZero = (month: string) =>
		ledgerOf(town).activity('checked-zero', 'sanxing', `${month}-28`, { zeroKind: 'dissuasion', zeroMonth: month });

	test('of a month that was checked as zero are asked about, where they would count', async () => {
		await checkZero('2026-01');
		const row = (host: string, occasion: string, wentOn: string, outcome: string) => [
			...['三星村', host, occasion, '2026-02-20', '10', wentOn, outcome]
		];
		const id = await bring(
			town.as('liu'),
			'dissuasions',
			textFile([
				head,
				row('测甲', '升学', '2026-01-20', '同意不办'),
				row('测乙', '升学', '2026-02-02', '同意不办'),
				row('测丙', '婚宴', '2026-01-20', '同意不办'),
				row('测丁', '升学', '2026-01-20', '缩减')
			])
		);
		expect(await brief(id)).toEqual(['2 wrong wentOn: month-checked-zero', '3 new', '4 new', '5 new']);
	});

	test('whose month was checked as zero meanwhile do not hold up the others, and are named with the zero', async () => {
		const rows = ['2026-01-20', '2026-02-02'].map((on, nth) => [
			...['三星村', ['测甲', '测乙'][nth]!, '升学', '2026-02-20', '10', on, '同意不办']
		]);
		const id = await bring(town.as('liu'), 'dissuasions', textFile([head, ...rows]));
		// A draft that was read before the month was checked.
		const zero = await checkZero('2026-01');
		expect(await land('liu', id)).toEqual({ ok: true });
		const page = async () =>
			(await visit(town.as('zhou'), load, { path: `/desk/imports/${id}`, params: { id } })).value;
		const zeros = [{ count: 1, zero: { id: zero, unit: { name: '三星村' }, month: '2026-01', isMine: true } }];
		expect(await page()).toMatchObject({ waiting: { all: 2, ready: 1 }, zeros });
		expect(await confirmImported(town.as('zhou'), { id: act(), importId: id })).toEqual({ ok: true, confirmed: 1 });
		expect(await page()).toMatchObject({ waiting: { all: 1, ready: 0 }, zeros });
	});

	test('are shown as they will be written, and mended to what the ledger takes', async () => {
		const row = ['三星', '测 甲', '升学', '2026-02-20', '10', '2026-02-02', '还没有结果', '135 1111 0003'];
		const id = await bring(town.as('liu'), 'dissuasions', textFile([[...head, '电话'], row]));
		expect(await brief(id)).toEqual(['2 wrong dissuasion: outcome-open']);
		const { value } = await visit(town.as('liu'), load, { path: `/desk/imports/${id}`, params: { id } });
		const { wrong, places } = value as { wrong: ShownRow[]; places: { name: string }[] };
		const shown = Object.fromEntries(wrong[0]!.cells.map(({ column, text, value }) => [column, [text, value]]));
		expect(shown).toMatchObject({
			village: ['三星', '三星村'],
			host: ['测 甲', '测甲'],
			phone: ['135 1111 0003', '13511110003']
		});
		expect(places.map(({ name }) => name)).toEqual(['三星村']);
		const offered = choiceTexts('dissuasion', nothingAdded)!;
		expect(offered).toContain(cellValueText('dissuasion', 'cancelled', nothingAdded));
		expect(offered).not.toContain(cellValueText('dissuasion', 'open', nothingAdded));
		const ofZhou = await bring(town.as('zhou'), 'dissuasions', textFile([[...head, '电话'], row]));
		const page = await visit(town.as('zhou'), load, { path: `/desk/imports/${ofZhou}`, params: { id: ofZhou } });
		expect((page.value as { places: { name: string }[] }).places.map(({ name }) => name)).not.toContain('太平场镇');
	});

	test('of two families with one telephone bring both banquets, once the second is another', async () => {
		const liu = town.as('liu');
		const row = (host: string) => ['三星村', host, '结婚', '2024-08-20', '12', '2024-08-01', '同意不办', '13755556666'];
		const hosts = (names: string[]) => textFile([[...head, '电话'], ...names.map(row)]);
		const id = await bring(liu, 'dissuasions', hosts(['测甲', '测乙']));
		expect(await brief(id)).toEqual(['2 new', '3 doubtful']);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
		expect(await land('liu', id)).toEqual({ ok: true });
		const third = await bring(liu, 'dissuasions', hosts(['测丙']));
		expect(await brief(third)).toEqual(['2 doubtful']);
		await decideImportRows(liu, { id: act(), importId: third, decisions: { take: [2] } });
		expect(await land('liu', third)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from dissuasions')).toBe(3);
		expect(await countOf('select count(*) c from banquets')).toBe(3);
	});
});
