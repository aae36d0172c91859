import { expect, test } from 'vitest';
import type { Ledger, LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { openDraft, showRows } from '../../../src/lib/server/ledgers/import-pages';
import { bring, textFile } from './import-files';
import { freshTown, town } from './imported-ledger';

freshTown();

/** What each row of a file is shown to say in a column; null: nothing. */
async function shown(ledger: Ledger, column: LedgerColumn, rows: string[][]) {
	const liu = town.as('liu');
	const id = await bring(liu, ledger, textFile(rows));
	const { import: imported } = (await findImport(liu.db, id))!;
	const draft = showRows(await openDraft(liu, imported), await listRows(liu.db, id, { most: 99 }));
	return draft.map(({ cells }) => cells.find((cell) => cell.column === column) ?? null);
}

test('an outcome that follows from the tables is shown before it is written', async () => {
	const row = (planned: string, held: string, outcome: string) => [
		'王试',
		'结婚',
		'2025-03-05',
		planned,
		held,
		outcome
	];
	const cells = await shown('banquets', 'outcome', [
		['户主', '事由', '宴席日期', '计划桌数', '实办桌数', '宴席结果'],
		row('10', '8', ''),
		row('10', '10', '—'),
		row('10', '', ''),
		row('10', '8', '没听说'),
		row('10', '8', '缩减')
	]);
	expect(cells).toEqual([
		{ column: 'outcome', text: '', value: 'reduced', isInferred: true },
		{ column: 'outcome', text: '—', value: 'held', isInferred: true },
		null,
		{ column: 'outcome', text: '没听说', value: null },
		{ column: 'outcome', text: '缩减', value: 'reduced' }
	]);
});

test('and so is a settlement that follows from its day', async () => {
	const cells = await shown('cases', 'caseState', [
		['类别', '受理日期', '事项', '是否办结', '办结日期'],
		['矛盾纠纷', '2025-03-01', '地界', '', '2025-03-05'],
		['矛盾纠纷', '2025-03-01', '放水', '', '']
	]);
	expect(cells).toEqual([{ column: 'caseState', text: '', value: 'settled', isInferred: true }, null]);
});
