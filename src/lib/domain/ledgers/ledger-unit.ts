import type { UnitKind } from '../units/unit';
import { isAddressIn, isTitleOf } from './unit-in-text';

interface NamedUnit {
	id: string;
	parentId: string | null;
	kind: UnitKind;
	name: string;
	nameEn: string | null;
}

const numerals = '〇一二三四五六七八九';

/** A unit with its names as cells are compared. */
interface Named<U> {
	unit: U;
	name: string;
	nameEn: string | null;
}

/** Units by the names that cells may write, made once for a whole file. */
export interface LedgerUnits<U extends NamedUnit> {
	byId: ReadonlyMap<string, U>;
	/** The units above the groups. */
	upper: readonly Named<U>[];
	/** The groups of each village. */
	groups: ReadonlyMap<string | null, readonly Named<U>[]>;
	/** What was looked for before: a file names few units in many rows. */
	found: Map<string, U | null>;
}

/** Prepares units for `findLedgerUnit` and `findLedgerGroup`. */
export function namesOfUnits<U extends NamedUnit>(units: readonly U[]): LedgerUnits<U> {
	const named = (unit: U, name: string) => ({ unit, name, nameEn: unit.nameEn && bare(unit.nameEn) });
	const groups = new Map<string | null, Named<U>[]>();
	for (const unit of units) {
		if (unit.kind !== 'group') continue;
		groups.set(unit.parentId, [...(groups.get(unit.parentId) ?? []), named(unit, groupOf(unit.name))]);
	}
	return {
		byId: new Map(units.map((unit) => [unit.id, unit])),
		upper: units.filter(({ kind }) => kind !== 'group').map((unit) => named(unit, bare(unit.name))),
		groups,
		found: new Map()
	};
}

/**
 * The unit above the groups that a cell means: its name, in either language, with or without 村, or an address in it (三星村一组,
 * 太平场镇三星村). Null: none, or several.
 */
export function findLedgerUnit<U extends NamedUnit>(units: LedgerUnits<U>, cell: string): U | null {
	const known = units.found.get(cell);
	if (known !== undefined) return known;
	const unit = findByName(units, bare(cell));
	units.found.set(cell, unit);
	return unit;
}

function findByName<U extends NamedUnit>({ upper }: LedgerUnits<U>, typed: string): U | null {
	const exact = upper.filter(({ name, nameEn }) => name === typed || nameEn === typed);
	if (exact.length > 0) return one(exact);
	// 太平场镇三星村 is the village: the lowest unit in the name counts.
	const names = upper.map(({ name }) => name);
	const named = upper.filter(({ name }) => typed.includes(name) && isAddressIn(name, typed, names));
	const lowest = named.filter(({ unit }) => !named.some((below) => below.unit.parentId === unit.id));
	if (lowest.length > 0) return one(lowest);
	return one(upper.filter(({ name }) => typed.length >= 2 && name.replace(/(?:村|社区|镇|乡|街道)$/u, '') === typed));
}

/** The unit above the groups that the title of a sheet names at the beginning of one of its words. Null: none, or several. */
export function findUnitInTitle<U extends NamedUnit>({ upper }: LedgerUnits<U>, title: string): U | null {
	const words = title
		.normalize('NFKC')
		.split(/[\s()\[\]_:;,、。“”-]+/u)
		.map(bare);
	const names = upper.map(({ name }) => name);
	const named = upper.filter(({ name }) => words.some((word) => word.includes(name) && isTitleOf(name, word, names)));
	return one(named.filter(({ unit }) => !named.some((below) => below.unit.parentId === unit.id)));
}

/** The group of a village that a cell means: 三星村一组, 一组, 1组, 一社, 第1村民小组, 1. Null: none. */
export function findLedgerGroup<U extends NamedUnit>(
	{ groups }: LedgerUnits<U>,
	villageId: string,
	cell: string
): U | null {
	const [typed, english] = [groupOf(cell), bare(cell)];
	return one((groups.get(villageId) ?? []).filter(({ name, nameEn }) => name === typed || nameEn === english));
}

/** The group after a village's name in the same cell (三星村一组); '' where there is none. */
export function groupInCell(cell: string): string {
	return /(?:村|社区|居)(第?[\d一二三四五六七八九十]{1,3}(?:村民)?(?:小?组|社))$/u.exec(bare(cell))?.[1] ?? '';
}

const one = <U>(found: readonly { unit: U }[]): U | null => (found.length === 1 ? found[0]!.unit : null);

const bare = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\s（）()]/gu, '')
		.toLowerCase();

function groupOf(name: string): string {
	return bare(name)
		.replace(/.*(村|社区|居)(?!民)/u, '')
		.replace(/第|村民小组|小组|组|社$/gu, '')
		.replace(/\d+/g, (digits) => inWords(Number(digits)));
}

function inWords(count: number): string {
	if (count < 10) return numerals[count]!;
	const [tens, ones] = [Math.floor(count / 10), count % 10];
	return `${tens > 1 ? numerals[tens] : ''}十${ones ? numerals[ones] : ''}`;
}
