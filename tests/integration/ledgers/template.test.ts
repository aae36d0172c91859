import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { GET } from '../../../src/routes/desk/(ledgers)/imports/templates/[ledger]/+server';
import { columnsOf } from '../../../src/lib/domain/ledgers/heading-words';
import { ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';
import { addWorkKind, correctWorkKind } from '../../../src/lib/server/activities/added-work';
import { boards } from '../activities/kind-town';
import { bring } from './import-files';
import { brief, freshTown, town } from './imported-ledger';

freshTown();

const templateOf = async (ledger: string) =>
	new Uint8Array(await (await GET({ locals: { context: town.as('liu') }, params: { ledger } } as never)).arrayBuffer());

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
