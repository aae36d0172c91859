import { isBlank, type CellFault, type RowTexts } from '$lib/domain/ledgers/ledger-row';
import {
	findLedgerGroup,
	findLedgerUnit,
	groupInCell,
	namesOfUnits,
	type LedgerUnits
} from '$lib/domain/ledgers/ledger-unit';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { isOutside } from '$lib/domain/signups/pasted-list';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Import } from '$lib/server/db/ledgers/imports';
import { listUnits, type Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';

/** All units, those that the import may write for first. */
export interface ImportUnits {
	own: LedgerUnits<Unit>;
	all: LedgerUnits<Unit>;
}

export async function listImportUnits(ctx: Context, unitId: string): Promise<ImportUnits> {
	const root = await ctx.rootUnit();
	const [own, all] = await Promise.all([unitId, root?.id ?? unitId].map((id) => listUnits(ctx.db, id, unitKinds)));
	return { own: namesOfUnits(own!), all: namesOfUnits(all!) };
}

/** Whose a row is: its unit and its village (`ParsedRow`), or what is wrong with the cells that should say it. */
export type RowUnit = { unitId: string | null; villageId: string | null } | { fault: CellFault };

/** Finds the village, and the group in it, that a row is of, by the rules of its ledger; `unnamed` is the unit of rows that name none. */
export function findRowUnit(imported: Import, units: ImportUnits, texts: RowTexts, unnamed: string): RowUnit {
	const { columns, units: rules } = ledgerDefinitions[imported.ledger];
	const cell = texts.village ?? '';
	const groupCell = texts.group ?? '';
	if (rules.unnamed === 'outside' && (isBlank(cell) || isOutside(cell))) return { unitId: null, villageId: null };
	const { own, all } = units;
	const unitText = [cell, groupCell].find((text) => findLedgerUnit(all, text) !== null);
	const named = unitText === undefined ? null : (findLedgerUnit(own, unitText) ?? findLedgerUnit(all, unitText));
	if (!named && !isBlank(cell)) return faultOf('unit-unknown');
	const ofTheFile = own.byId.get(unnamed);
	const unit = named ?? (rules.unnamed === 'of-the-file' ? ofTheFile : null);
	if (!unit) return faultOf('missing');
	if (rules.within === 'own' && !own.byId.has(unit.id)) return faultOf('unit-not-yours');
	if (!rules.isTownTaken && !isVillageLevel(unit.kind)) return faultOf(named ? 'unit-unknown' : 'missing');
	const wanted = isBlank(groupCell) ? groupInCell(unitText ?? '') : groupCell;
	const whole = { unitId: unit.id, villageId: unit.id };
	if (isBlank(wanted) || !columns.includes('group')) return whole;
	const group = findLedgerGroup(all, unit.id, wanted);
	// A village named in the column of groups, or an address that names none, is the village.
	if (!group && unitText === groupCell && groupInCell(groupCell) === '') return whole;
	return group ? { unitId: group.id, villageId: unit.id } : { fault: { column: 'group', fault: 'group-unknown' } };
}

const faultOf = (fault: CellFault['fault']) => ({ fault: { column: 'village', fault } as const });
