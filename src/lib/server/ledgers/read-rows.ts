import { isBlank, readRow, type RowReading } from '$lib/domain/ledgers/ledger-row';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import type { ImportRow, RowReadingResult } from '$lib/server/db/ledgers/import-rows';
import type { Import } from '$lib/server/db/ledgers/imports';
import { isBirthPossible } from '../birthdays/elders';
import { fromLunar } from '../calendar/lunar';
import type { Context } from '../context';
import { refused, type ParsedRow } from './import-row';
import { ledgerServices } from './ledger-services';
import { openRowText, textsOf } from './row-text';
import { findRowUnit, type ImportUnits } from './row-units';

/** How the cells of an import are read. */
export const readingOf = ({ year, is1904, calendar }: Import, isBirth: RowReading['isBirth']): RowReading => ({
	year,
	is1904,
	calendar,
	toSolar: fromLunar,
	isBirth
});

/** What some rows of an import become. Nothing is written. */
export async function readRows(
	ctx: Context,
	imported: Import,
	units: ImportUnits,
	rows: readonly ImportRow[]
): Promise<RowReadingResult[]> {
	const parsed = rows.map((row) => parse(ctx, imported, units, row));
	const read = await ledgerServices[imported.ledger].read(
		ctx,
		imported,
		parsed.filter((row) => row !== null)
	);
	return rows.map(({ nth, revision }, at) => {
		if (parsed[at] === null) return { ...refused([]), nth, revision, skip: 'empty' };
		return { ...read.shift()!, nth, revision, skip: null };
	});
}

/** Null: a line in which no column says anything, such as one with its running number alone. */
function parse(ctx: Context, imported: Import, units: ImportUnits, row: ImportRow): ParsedRow | null {
	const text = openRowText(ctx, row);
	const texts = textsOf(imported, text);
	const spread = imported.columns.filter((_, at) => text.spread.includes(at));
	const isEmpty = ledgerDefinitions[imported.ledger].columns.every(
		(column) => isBlank(texts[column] ?? '') || spread.includes(column)
	);
	if (isEmpty) return null;
	const reading = readingOf(imported, (birth) => isBirthPossible(birth, ctx.today()));
	const { values, faults } = readRow(imported.ledger, texts, reading);
	const unit = findRowUnit(imported, units, texts);
	if ('fault' in unit) faults.unshift(unit.fault);
	const unitIds = 'fault' in unit ? { unitId: null, villageId: null } : unit;
	return { nth: row.nth, recordId: row.recordId, texts, values, faults, ...unitIds };
}
