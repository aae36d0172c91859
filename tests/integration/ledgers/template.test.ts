import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { GET } from '../../../src/routes/desk/(ledgers)/imports/templates/[ledger]/+server';
import { columnsOf } from '../../../src/lib/domain/ledgers/heading-words';
import { ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';
import { addWorkKind, correctWorkKind } from '../../../src/lib/server/activities/added-work';
import { boards } from '../activities/kind-town';
import type { CastName } from '../cast';
import { bring, sheetFile } from './import-files';
import { brief, freshTown, town } from './imported-ledger';

freshTown();

const answerOf = async (ledger: string, by: CastName = 'liu') =>
	GET({ locals: { context: town.as(by) }, params: { ledger } } as never);
const templateOf = async (ledger: string, by: CastName = 'liu') =>
	new Uint8Array(await (await answerOf(ledger, by)).arrayBuffer());

const kindOf = (nth: number) => ({
	...boards,
	id: town.ctx.newId(),
	name: `新设的一种工作${nth}`,
	nameEn: null,
	words: []
});

describe('the template of a ledger', () => {
	test.each(ledgers)(
		'has headings that are known, an example that is no row, and lists of words (%s)',
		async (ledger) => {
			const { sheets } = await readXlsx(await templateOf(ledger));
			const [sheet] = sheets;
			const headings = sheet!.rows[2]!.map((cell) => String(cell ?? ''));
			expect(columnsOf(ledger, headings).filter(Boolean)).toEqual(ledgerDefinitions[ledger].columns);
			expect(sheet!.rows[3]![0]).toBe('例');
			if (ledger === 'banquets') expect(sheet!.dataValidations!.length).toBeGreaterThan(3);
			await expect(bring(town.as('liu'), ledger, await templateOf(ledger)).then(brief)).resolves.toEqual(['4 skipped']);
		}
	);

	test.each(ledgers.flatMap((ledger) => (['liu', 'zhou'] as const).map((by) => [ledger, by] as const)))(
		'has an example that comes in as it is, with all that a row needs (%s, %s)',
		async (ledger, by) => {
			const { sheets } = await readXlsx(await templateOf(ledger, by));
			const [headings, example] = sheets[0]!.rows.slice(2, 4).map((row) => row.map((cell) => String(cell ?? '')));
			const columns = columnsOf(ledger, headings!);
			for (const column of ledgerDefinitions[ledger].required)
				expect(example![columns.indexOf(column)], column).not.toBe('');
			const file = await sheetFile([headings!, ['', ...example!.slice(1)]]);
			// The events of a town are its own.
			const expected = ledger === 'signups' ? '2 wrong event: event-unknown' : '2 new';
			expect(await brief(await bring(town.as(by), ledger, file))).toEqual([expected]);
		}
	);

	test.each(ledgers)('marks what a row needs, and nothing else is asked for (%s)', async (ledger) => {
		const { sheets } = await readXlsx(await templateOf(ledger));
		const headings = sheets[0]!.rows[2]!.map((cell) => String(cell ?? ''));
		const columns = columnsOf(ledger, headings);
		const { required } = ledgerDefinitions[ledger];
		expect(columns.filter((_, at) => /[^)]\*$/.test(headings[at]!))).toEqual(
			ledgerDefinitions[ledger].columns.filter((column) => required.includes(column))
		);
		// A line a column, in which this one is left empty: that of the village is first, below nothing that it could be the same as.
		const known = columns.flatMap((column, at) => (column === null ? [] : [{ column, at }]));
		const rows = known.map((one) =>
			sheets[0]!.rows[3]!.map((cell, nth) => (nth === 0 || nth === one.at ? '' : String(cell ?? '')))
		);
		const lines = await brief(await bring(town.as('liu'), ledger, await sheetFile([headings, ...rows])));
		for (const [nth, { column }] of known.entries()) {
			const isAsked = lines[nth]!.includes(`${column}: missing`);
			if (required.includes(column)) expect(isAsked, `${column} left empty: ${lines[nth]}`).toBe(true);
			else if (isAsked) expect(ledgerDefinitions[ledger].sometimes, `asked for: ${lines[nth]}`).toContain(column);
		}
	});

	test('is saved under its own name', async () => {
		const disposition = (await answerOf('banquets')).headers.get('content-disposition')!;
		expect(decodeURIComponent(disposition)).toMatch(/''宴席台账模板\.xlsx$/);
	});

	test('has the kinds that the town added in its list of kinds, however long that is, but none that is closed', async () => {
		for (let nth = 1; nth <= 30; nth++) await addWorkKind(town.as('zhou'), kindOf(nth));
		const closed = { ...kindOf(1), closedFromOn: '2025-01-01' };
		expect(await correctWorkKind(town.as('zhou'), { ...closed, kindId: 'added-1' })).toEqual({ ok: true });
		const { sheets } = await readXlsx(await templateOf('activities'));
		const [sheet] = sheets;
		const at = sheet!.rows[2]!.findIndex((cell) => String(cell).startsWith('类别'));
		const list = sheet!.dataValidations!.find(({ range }) => range.startsWith(`${'ABCDEFG'[at]}5`))!;
		expect(list).toMatchObject({
			type: 'list',
			formula1: expect.stringMatching(/^\$B[A-Z]\$5:\$B[A-Z]\$\d+$/) as string
		});
		const words = sheet!.rows.slice(4).map((row) => row.findLast((cell) => typeof cell === 'string'));
		expect(words).toEqual(expect.arrayContaining(['倡议书广播', '新设的一种工作2', '新设的一种工作30']));
		expect(words).not.toContain('新设的一种工作1');
		await expect(bring(town.as('liu'), 'activities', await templateOf('activities')).then(brief)).resolves.toEqual([
			'4 skipped'
		]);
	});
});
