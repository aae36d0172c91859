import { afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import type { ExportRow } from '../../../src/lib/server/ledgers/export-row';
import { exportList } from '../../../src/lib/server/ledgers/exports';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { exportFormats, type ExportFormat } from '../../../src/lib/domain/ledgers/export';
import { ledgerDefinitions, ledgers, type Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { POST } from '../../../src/routes/desk/(ledgers)/exports/[list].[format]/+server';
import { fill } from './full-town/full-town';
import { must } from './full-town/must';
import { accountOf, bring } from './import-files';
import { openSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let towns: TestTown[] = [];
afterEach(async () => {
	for (const town of towns) await town.close();
	towns = [];
	overwriteGetLocale(() => 'zh-CN');
});

async function openTown(): Promise<TestTown> {
	const town = await openTestTown();
	towns.push(town);
	await openSlot(town, null);
	return town;
}

/** A ledger as the very file that the page gives out. */
async function fileOf(ctx: Context, list: Ledger, format: ExportFormat): Promise<Uint8Array> {
	const url = new URL(`http://localhost/desk/exports/${list}.${format}`);
	const answer = await POST({ locals: { context: ctx }, params: { list, format }, url } as never);
	return new Uint8Array(await answer.arrayBuffer());
}

async function rowsOf(ctx: Context, list: Ledger): Promise<ExportRow[]> {
	const taken = must(
		await exportList(ctx, {
			id: ctx.newId(),
			list,
			format: 'csv',
			unitId: null,
			year: null,
			eventId: null,
			figure: null
		})
	);
	const rows: ExportRow[] = [];
	for await (const slice of taken.rows) rows.push(...slice);
	const plain = (row: ExportRow) =>
		JSON.stringify(ledgerDefinitions[list].columns.map((column) => row[column] ?? null));
	return rows.sort((one, other) => plain(one).localeCompare(plain(other)));
}

describe.each(exportFormats)('a town’s ledgers taken out as %s', (format) => {
	test.each(['zh-CN', 'en'] as const)('come into an empty town without loss, headed in %s', async (locale) => {
		const [from, to] = [await openTown(), await openTown()];
		await fill(from);
		for (const ledger of ledgers) {
			overwriteGetLocale(() => locale);
			const file = await fileOf(from.as('zhou'), ledger, format);
			const zhou = to.as('zhou');
			const importId = await bring(zhou, ledger, file, `${ledger}.${format}`);
			const counts = await accountOf(to.ctx, importId);
			const before = await rowsOf(from.as('zhou'), ledger);
			expect({ ledger, wrong: counts.wrong ?? 0, doubtful: counts.doubtful ?? 0, new: counts.new }).toEqual({
				ledger,
				wrong: 0,
				doubtful: 0,
				new: before.length
			});
			must(await landImport(zhou, { id: zhou.newId(), importId }));
			expect(await rowsOf(zhou, ledger), ledger).toEqual(before);
		}
	});
});
