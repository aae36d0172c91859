import { describe, expect, test } from 'vitest';
import { listImports } from '../../../src/lib/server/db/ledgers/imports';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { dropImport } from '../../../src/lib/server/ledgers/drop-import';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { setImportColumns } from '../../../src/lib/server/ledgers/set-columns';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { accountOf, bring, linesOf, textFile } from './import-files';
import { town, head, unfinished, act, freshTown } from './messy-ledger';

freshTown();

describe('a draft', () => {
	test('is read again when a column is named, or the year that the title leaves out', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'banquets', textFile([['村', '谁家', ...head.slice(3)], ...unfinished.slice(1)]));
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
		const id = await bring(liu, 'banquets', textFile([['2024年'], ...unfinished]));
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
		const bytes = textFile(unfinished);
		const command = { id: act(), ledger: 'banquets', fileName: 'a.csv', bytes, sheet: null } as const;
		expect(await startImport(town.as('tang'), command)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});
