import { describe, expect, test } from 'vitest';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { forgetWord, listTownWords } from '../../../src/lib/server/ledgers/town-words';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { readLanded } from '../../../src/lib/server/ledgers/import-pages';
import { setImportColumns } from '../../../src/lib/server/ledgers/set-columns';
import { removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { findNote } from '../../../src/lib/server/db/ledgers/imported-records';
import { openNote } from '../../../src/lib/server/ledgers/row-text';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { bring, textFile } from './import-files';
import { act, brief, countOf, folder, freshTown, land, town } from './imported-ledger';

freshTown();

describe('the folder of messy ledgers', () => {
	test('days and telephones: read where they are sure, asked about where not; one bad byte is one row', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', folder('banquets-dates.csv'));
		expect(await brief(id)).toEqual([
			'3 new',
			'4 wrong plannedOn: lunar-differs',
			'5 wrong plannedOn: calendar-unsaid',
			'6 wrong plannedOn: calendar-unsaid',
			'7 wrong plannedOn: lunar-other-year',
			'8 wrong plannedOn: date-wrong',
			'9 wrong plannedOn: date-other-years',
			'10 wrong plannedOn: weekday-differs',
			'11 wrong host: cell-broken',
			'12 wrong outcome: choice-unknown'
		]);
		await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 10, column: 'plannedOn' }] });
		await readOn(liu, id);
		expect((await brief(id))[7]).toBe('10 new');
	});

	test('words of dissuasions: what failed is no success, what is not known is asked', async () => {
		const id = await bring(town.as('liu'), 'dissuasions', folder('dissuasions-words.csv'));
		const rows = await listRows(town.ctx.db, id, { most: 99 });
		const outcomes = rows.map(({ record }) => record && (JSON.parse(record) as { outcome: string }).outcome);
		expect(outcomes).toEqual([...Array<string>(6).fill('went-ahead'), 'cancelled', 'cancelled', null, null]);
	});

	test('namesakes of one birth date are asked about, and both come on the roll where they are two', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'elders', folder('elders-namesakes.xlsx'));
		await mendImport(liu, {
			id: act(),
			importId: id,
			leave: [4, 5, 6],
			alike: [{ column: 'group', from: '二组', to: '' }]
		});
		await readOn(liu, id);
		expect(await brief(id)).toEqual([
			'2 new',
			'3 doubtful',
			'4 left-out group: same-as-above birth: birth-number',
			'5 left-out group: same-as-above',
			'6 left-out group: same-as-above'
		]);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect((await readRoll(town.ctx, town.units.sanxing)).map(({ name }) => name)).toEqual(['张秀英', '张秀英']);
		const again = await bring(liu, 'elders', folder('elders-namesakes.xlsx'));
		expect((await brief(again)).slice(0, 2)).toEqual(['2 doubtful', '3 wrong group: group-unknown']);
	});
});

test('the word of a town is explained once and read by itself in the next file', async () => {
	const liu = town.as('liu');
	const head = ['户主', '事由', '日期', '桌数', '办理情况'];
	const file = (host: string) =>
		textFile([head, [host, '婚宴', '2024-03-05', '12', '照样整'], [`${host}乙`, '婚宴', '2024-03-05', '12', '照样整']]);
	const id = await bring(liu, 'banquets', file('测甲'));
	expect(await brief(id)).toEqual(['2 wrong outcome: choice-unknown', '3 wrong outcome: choice-unknown']);
	const remember = [{ column: 'outcome' as const, word: '照样整', means: '如期办理' }];
	await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 2, texts: { outcome: '如期办理' } }], remember });
	await readOn(liu, id);
	expect(await brief(id)).toEqual(['2 new', '3 new']);
	expect(await brief(await bring(town.as('he'), 'banquets', file('测丙')))).toEqual(['2 new', '3 new']);
	expect(await countOf("select count(*) c from ledger_words where word_sealed like '%照%'"), 'sealed').toBe(0);
	const [{ column, wordIndex, word, value }] = (await listTownWords(town.ctx)) as [
		Awaited<ReturnType<typeof listTownWords>>[0]
	];
	expect([column, word, value]).toEqual(['outcome', '照样整', 'held']);
	expect(await forgetWord(liu, { id: act(), column, wordIndex })).toEqual({ ok: true });
	expect((await brief(await bring(liu, 'banquets', file('测丁'))))[0]).toBe('2 wrong outcome: choice-unknown');
});

test('a row that can be there only once has to differ before it is taken', async () => {
	const liu = town.as('liu');
	const head = ['户主', '事由', '日期', '桌数', '电话'];
	const rows = [
		['吴六', '寿宴', '2024-03-05', '12', '13800000001'],
		['吴六', '寿宴', '2024-03-05', '12', '13800000001']
	];
	const id = await bring(liu, 'banquets', textFile([head, ...rows]));
	expect(await brief(id)).toEqual(['2 new', '3 doubtful']);
	await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
	expect(await brief(id)).toEqual(['2 new', '3 wrong']);
	await mendImport(liu, {
		id: act(),
		importId: id,
		rows: [{ nth: 3, texts: { host: '吴六之妻', phone: '13800000009' } }]
	});
	await readOn(liu, id);
	expect(await brief(id)).toEqual(['2 new', '3 new']);
	expect(await land('liu', id)).toEqual({ ok: true });
});

test('columns that the ledger does not have are kept as a note, and an undo names records as people know them', async () => {
	const liu = town.as('liu');
	const head = ['户主', '事由', '日期', '桌数', '备注', '网格员'];
	const id = await bring(liu, 'banquets', textFile([head, ['测甲', '婚宴', '2024-03-05', '12', '在镇上办', '王试管']]));
	const columns = ['host', 'occasion', 'plannedOn', 'tablesPlanned', 'note', 'note'] as const;
	const set = { columns: [...columns], year: null, villageId: null, calendar: null };
	expect(await setImportColumns(liu, { id: act(), importId: id, ...set })).toEqual({ ok: true });
	await readOn(liu, id);
	expect(await land('liu', id)).toEqual({ ok: true });
	const { rows } = await town.ctx.db.$client.execute('select id from banquets');
	const banquetId = String(rows[0]!.id);
	const noteSealed = await findNote(town.ctx.db, banquetId);
	expect(openNote(town.ctx, banquetId, noteSealed!)).toBe('备注：在镇上办；网格员：王试管');
	await removeBanquet(liu, { id: act(), banquetId, reason: '试' } as never);
	const { touched } = await readLanded(town.ctx, (await findImport(town.ctx.db, id))!.import);
	expect(touched[0]!.shown!.cells.map(({ value }) => value)).toEqual(
		expect.arrayContaining(['三星村', '测甲', 'wedding', '2024-03-05'])
	);
});

test('a day from before the ledger begins is asked about, and taken where a cadre says that it is right', async () => {
	const liu = town.as('liu');
	await town.ctx.db.$client.execute("insert into ledger_starts values ('banquets', 1, '2024-01-01', 1, null)");
	const rows = [
		['户主', '事由', '日期', '桌数'],
		['测甲', '婚宴', '2023-12-31', '12'],
		['测乙', '婚宴', '2024-01-01', '12']
	];
	const id = await bring(liu, 'banquets', textFile(rows));
	expect(await brief(id)).toEqual(['2 wrong plannedOn: date-before-ledger', '3 new']);
	await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 2, column: 'plannedOn' }] });
	await readOn(liu, id);
	expect(await brief(id)).toEqual(['2 new', '3 new']);
});
