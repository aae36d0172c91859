import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { GET } from '../../../src/routes/desk/(ledgers)/imports/templates/[ledger]/+server';
import { columnsOf } from '../../../src/lib/domain/ledgers/heading-words';
import { ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';
import { bring } from './import-files';
import { brief, freshTown, town } from './imported-ledger';

freshTown();

const templateOf = async (ledger: string) =>
	new Uint8Array(await (await GET({ locals: { context: town.as('liu') }, params: { ledger } } as never)).arrayBuffer());

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
});
