import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { isBlank } from '$lib/domain/ledgers/sheets/blank-cells.js';
import type { RowTexts, RowValues } from '$lib/domain/ledgers/ledger-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import {
	findLedgerUnit,
	groupInCell,
	listLedgerGroups,
	nameOfGroup,
	namesOfUnits,
	unitsInstead,
	type LedgerUnits
} from '$lib/domain/ledgers/ledger-unit';
import { isThereOn, lastDay, nameOn } from '$lib/domain/ledgers/unit-past';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { isOutside } from '$lib/domain/signups/pasted-list';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { Import } from '$lib/server/db/ledgers/imports';
import { listUnitsWithPast, type UnitWithPast } from '$lib/server/db/units/unit-pasts';
import type { Context } from '../context';

/** All units, also closed ones: those that the import may write for, and those of the town. */
export interface ImportUnits {
	own: LedgerUnits<UnitWithPast>;
	all: LedgerUnits<UnitWithPast>;
}

export async function listImportUnits(ctx: Context, unitId: string): Promise<ImportUnits> {
	const rootId = (await ctx.rootUnit())?.id ?? unitId;
	const namesIn = async (id: string) => namesOfUnits(await listUnitsWithPast(ctx.db, id));
	const all = await namesIn(rootId);
	return { own: rootId === unitId ? all : await namesIn(unitId), all };
}

/** Whose a row is: its unit and its village (`ParsedRow`), or what is wrong with the cells that should say it. */
export type RowUnit = { unitId: string | null; villageId: string | null } | { fault: CellFault };

/** Which unit a row is of where it names none, and the day by whose units it is read: null where the row says no day. */
interface RowPlace {
	unnamed: string;
	day: RowDay | null;
}

export interface RowDay {
	on: string;
	/** The column that says it; null: the ledger is of today. */
	column: LedgerColumn | null;
}

/** The day by whose units a row is read. Of a month that is its last day. */
export function dayOfRow({ ledger }: Pick<Import, 'ledger'>, values: RowValues, today: string): RowDay | null {
	const { dayOfUnit } = ledgerDefinitions[ledger];
	if (dayOfUnit.length === 0) return { on: today, column: null };
	const column = dayOfUnit.find((one) => typeof values[one] === 'string');
	if (!column) return null;
	const day = values[column] as string;
	return { on: day.length > 7 ? day : monthBoundsOf(day).toOn, column };
}

/** Finds the village, and the group in it, that a row is of on its day, by the rules of its ledger. */
export function findRowUnit(
	imported: Import,
	units: ImportUnits,
	texts: RowTexts,
	{ unnamed, day }: RowPlace
): RowUnit {
	const { units: rules } = ledgerDefinitions[imported.ledger];
	const cell = texts.village ?? '';
	const groupCell = texts.group ?? '';
	if (rules.unnamed === 'outside' && (isBlank(cell) || isOutside(cell))) return { unitId: null, villageId: null };
	const { own, all } = units;
	const unitText = [cell, groupCell].find((text) => findLedgerUnit(all, text, day?.on) !== null);
	const named =
		unitText === undefined ? null : (findLedgerUnit(own, unitText, day?.on) ?? findLedgerUnit(all, unitText, day?.on));
	if (!named && !isBlank(cell)) return faultOf('unit-unknown');
	const ofTheFile = own.byId.get(unnamed);
	const unit = named ?? (rules.unnamed === 'of-the-file' ? ofTheFile : null);
	if (!unit) return faultOf('missing');
	if (rules.within === 'own' && !own.byId.has(unit.id)) return faultOf('unit-not-yours');
	if (!rules.isTownTaken && !isVillageLevel(unit.kind)) return faultOf(named ? 'unit-above-village' : 'missing');
	if (day && !isThereOn(unit, day.on)) return findInstead(units, { unit, unitText, day });
	const wanted = isBlank(groupCell) ? groupInCell(unitText ?? '') : groupCell;
	// A village named in the column of groups, or an address that names none, is the village.
	const isAddress = unitText === groupCell && groupInCell(groupCell) === '';
	return findGroup(imported, units, unit, { wanted, isAddress, day });
}

const faultOf = (fault: CellFault['fault']) => ({ fault: { column: 'village', fault } as const });

/** A unit that is not there on the day: the group that is named by its former village, or the question which of those that are there is meant. */
function findInstead(
	{ own, all }: ImportUnits,
	{ unit, unitText, day }: { unit: UnitWithPast; unitText: string | undefined; day: RowDay }
): RowUnit {
	const instead = unitsInstead(all, unit, day.on);
	const namesGroup = unitText !== undefined && groupInCell(unitText) !== '';
	const named = namesGroup ? instead.flatMap((one) => listLedgerGroups(all, one.id, unitText, day.on)) : [];
	if (named.length === 1 && own.byId.has(named[0]!.id)) return { unitId: named[0]!.id, villageId: named[0]!.parentId };
	const offers = instead.filter(({ id }) => own.byId.has(id)).map((one) => nameOn(one, day.on));
	return { fault: { column: 'village', fault: 'unit-other-day', offers, ...(day.column && { with: [day.column] }) } };
}

function findGroup(
	{ ledger }: Import,
	{ all }: ImportUnits,
	village: UnitWithPast,
	{ wanted, isAddress, day }: { wanted: string; isAddress: boolean; day: RowDay | null }
): RowUnit {
	const whole = { unitId: village.id, villageId: village.id };
	if (isBlank(wanted) || !ledgerDefinitions[ledger].columns.includes('group')) return whole;
	// Of a village that changed it depends on the day which groups it had: where that cannot be read, it alone is asked about.
	if (day === null && village.past) return whole;
	const groups = listLedgerGroups(all, village.id, wanted, day?.on);
	if (groups.length === 1) return { unitId: groups[0]!.id, villageId: village.id };
	if (isAddress) return whole;
	const offers = groups.map((group) => nameOfGroup(all, group));
	return {
		fault: { column: 'group', ...(groups.length ? { fault: 'group-several', offers } : { fault: 'group-unknown' }) }
	};
}

/** What a unit is called on the day of a row. */
export function nameIn({ all }: ImportUnits, unitId: string | null, day: RowDay | null): string | null {
	const unit = unitId === null ? undefined : all.byId.get(unitId);
	return unit ? nameOn(unit, day?.on ?? lastDay) : null;
}

/** How the ground of a unit is named today: under another name, as a part of one that it merged into, or as those it was split into. */
export interface NowNamed {
	names: readonly string[];
	by: 'renaming' | 'merger' | 'split';
}

/** The same where a row names it by an old name; null where nothing changed. */
export function nowOf({ all }: ImportUnits, villageId: string, text: string): NowNamed | null {
	const unit = all.byId.get(villageId);
	if (!unit?.past) return null;
	const now = [...new Set(unitsInstead(all, unit, lastDay))];
	const names = now.map(({ name }) => name);
	if (now.length > 1) return { names, by: 'split' };
	if (now.length === 1) return { names, by: 'merger' };
	const isOldName = unit.past.names.some(({ name }) => name !== unit.name && text.includes(name));
	return isOldName && !text.includes(unit.name) ? { names: [unit.name], by: 'renaming' } : null;
}
