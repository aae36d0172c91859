import type { CellFault } from '$lib/domain/ledgers/ledger-row';
import { isBlank, readRow } from '$lib/domain/ledgers/ledger-row';
import { columnFacts, ledgerColumns, type Ledger, type LedgerColumn } from '$lib/domain/ledgers/ledger';
import { findLedgerGroup, findLedgerUnit, groupInCell } from '$lib/domain/ledgers/ledger-unit';
import { isOutside } from '$lib/domain/signups/pasted-list';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { isBirthPossible } from '../birthdays/elders';
import type { Context } from '../context';
import type { Import, ImportRow, RowReadingResult } from '$lib/server/db/ledgers/imports';
import { listUnits, type Unit } from '$lib/server/db/units/units';
import { readActivities, readElders, readHouseholds } from './import-ledgers';
import { readBanquets, readDissuasions } from './import-banquets';
import { refused, type ParsedRow, type ReadRows } from './import-row';
import { readSignups } from './import-signups';
import { fromLunar } from '../calendar/lunar';

/** What a row of a file holds: its cells, those that have their text from a merged one, and what was mended by column. */
export interface RowText {
	cells: string[];
	spread: number[];
	mended: Partial<Record<LedgerColumn, string>>;
}

export const sealRowText = (ctx: Context, recordId: string, text: RowText): string =>
	ctx.keys.seal(JSON.stringify(text), 'imports.row', recordId);

export const openRowText = (ctx: Context, row: Pick<ImportRow, 'recordId' | 'textSealed'>): RowText => {
	const json = ctx.keys.open(row.textSealed, 'imports.row', row.recordId);
	return json === '' ? { cells: [], spread: [], mended: {} } : (JSON.parse(json) as RowText);
};

/**
 * The texts of a row by column, corrections over those of the file. A number in a merged cell counts once, in its
 * first line.
 */
export function textsOf(imported: Pick<Import, 'columns'>, { cells, spread, mended }: RowText) {
	const texts: Partial<Record<LedgerColumn, string>> = {};
	for (const [at, column] of imported.columns.entries()) {
		if (column === null || (spread.includes(at) && columnFacts(column).kind === 'number')) continue;
		texts[column] = cells[at] ?? '';
	}
	return { ...texts, ...mended };
}

const readers: Record<Ledger, ReadRows> = {
	banquets: readBanquets,
	dissuasions: readDissuasions,
	activities: readActivities,
	elders: readElders,
	households: readHouseholds,
	signups: readSignups
};

/** All units, those that the import may write for first. */
export interface ImportUnits {
	own: Unit[];
	all: Unit[];
}

export async function listImportUnits(ctx: Context, unitId: string): Promise<ImportUnits> {
	const root = await ctx.rootUnit();
	const [own, all] = await Promise.all([unitId, root?.id ?? unitId].map((id) => listUnits(ctx.db, id, unitKinds)));
	return { own: own!, all: all! };
}

/** What some rows of an import become. Nothing is written. */
export async function readRows(
	ctx: Context,
	imported: Import,
	units: ImportUnits,
	rows: readonly ImportRow[]
): Promise<RowReadingResult[]> {
	const parsed = rows.map((row) => parse(ctx, imported, units, row));
	const read = await readers[imported.ledger](
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
	const isEmpty = ledgerColumns[imported.ledger].every(
		(column) => isBlank(texts[column] ?? '') || spread.includes(column)
	);
	if (isEmpty) return null;
	const { values, faults } = readRow(imported.ledger, texts, {
		year: imported.year,
		is1904: imported.is1904,
		calendar: imported.calendar,
		toSolar: fromLunar,
		isBirth: (birth) => isBirthPossible(birth, ctx.today())
	});
	const unit = findUnitOf(imported, units, texts);
	if ('fault' in unit) faults.unshift(unit.fault);
	const place = 'fault' in unit ? { unitId: null, villageId: null } : unit;
	return { nth: row.nth, recordId: row.recordId, texts, values, faults, ...place };
}

type Place = { unitId: string | null; villageId: string | null } | { fault: CellFault };

function findUnitOf(imported: Import, { own, all }: ImportUnits, texts: ParsedRow['texts']): Place {
	const cell = texts.village ?? '';
	const groupCell = texts.group ?? '';
	const isSignup = imported.ledger === 'signups';
	if (isSignup && (isBlank(cell) || isOutside(cell))) return { unitId: null, villageId: null };
	const said = [cell, groupCell].find((text) => findLedgerUnit(all, text) !== null);
	const named = said === undefined ? null : (findLedgerUnit(own, said) ?? findLedgerUnit(all, said));
	if (!named && !isBlank(cell)) return { fault: { column: 'village', fault: 'unit-unknown' } };
	const fallback = own.find(({ id }) => id === (imported.villageId ?? imported.unitId));
	const unit = named ?? (imported.ledger === 'households' ? null : fallback);
	if (!unit) return { fault: { column: 'village', fault: 'missing' } };
	if (!isSignup && !own.some(({ id }) => id === unit.id))
		return { fault: { column: 'village', fault: 'unit-not-yours' } };
	const isVillage = isVillageLevel(unit.kind);
	if (!isVillage && imported.ledger !== 'activities')
		return { fault: { column: 'village', fault: named ? 'unit-unknown' : 'missing' } };
	const wanted = isBlank(groupCell) ? groupInCell(said ?? '') : groupCell;
	if (isBlank(wanted) || !ledgerColumns[imported.ledger].includes('group'))
		return { unitId: unit.id, villageId: unit.id };
	const group = findLedgerGroup(all, unit.id, wanted);
	// A village named in the column of groups, or an address that names none, is the village.
	if (!group && said === groupCell && groupInCell(groupCell) === '') return { unitId: unit.id, villageId: unit.id };
	return group ? { unitId: group.id, villageId: unit.id } : { fault: { column: 'group', fault: 'group-unknown' } };
}
