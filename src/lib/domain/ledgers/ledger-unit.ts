import { anyOf, isAddressIn, isTitleOf } from './unit-in-text';
import { isThereOn, lastDay, type NamedUnit } from './unit-past';

const numerals = '〇一二三四五六七八九';

/** A unit by one of its names as cells are compared, and the days from and before which it has it. */
interface Named<U> {
	unit: U;
	name: string;
	nameEn: string | null;
	fromOn: string;
	beforeOn: string;
}

/** A group by its number, and the villages whose names may be written before it: its own, and those that it was of before. */
interface NamedGroup<U> {
	unit: U;
	name: string;
	nameEn: string | null;
	villages: readonly string[];
}

/** Units by the names that cells may write, made once for a whole file. */
export interface LedgerUnits<U extends NamedUnit> {
	byId: ReadonlyMap<string, U>;
	/** The units above the groups. */
	upper: readonly Named<U>[];
	/** The pattern of any of their names. */
	anyName: string;
	/** The groups of each village. */
	groups: ReadonlyMap<string | null, readonly NamedGroup<U>[]>;
	/** What was looked for before: a file names few units in many rows. */
	found: Map<string, readonly Named<U>[]>;
}

/** Prepares units for `findLedgerUnit` and `listLedgerGroups`. */
export function namesOfUnits<U extends NamedUnit>(units: readonly U[]): LedgerUnits<U> {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const groups = new Map<string | null, NamedGroup<U>[]>();
	for (const unit of units) {
		if (unit.kind !== 'group') continue;
		const named = { unit, name: groupOf(unit.name), nameEn: unit.nameEn && bare(unit.nameEn) };
		const villages = villagesOfGroup(byId, unit).map(bare);
		groups.set(unit.parentId, [...(groups.get(unit.parentId) ?? []), { ...named, villages }]);
	}
	const upper = units.filter(({ kind }) => kind !== 'group').flatMap(namesOf);
	return { byId, upper, anyName: anyOf(upper.map(({ name }) => name)), groups, found: new Map() };
}

function namesOf<U extends NamedUnit>(unit: U): Named<U>[] {
	const { names = [] } = unit.past ?? {};
	const all = names.length > 0 ? names : [unit];
	return all.map(({ name, nameEn }, at) => ({
		unit,
		name: bare(name),
		nameEn: nameEn && bare(nameEn),
		fromOn: at === 0 ? '' : names[at]!.fromOn,
		beforeOn: names[at + 1]?.fromOn ?? `${lastDay}.`
	}));
}

/** The names of the villages that a group is of or was of. */
function villagesOfGroup<U extends NamedUnit>(byId: ReadonlyMap<string, U>, group: U): string[] {
	const village = byId.get(group.parentId ?? '');
	const own = village ? [village.name, ...(village.past?.names ?? []).map(({ name }) => name)] : [];
	const before = (group.past?.from ?? []).flatMap((id) => byId.get(id) ?? []);
	return [...own, ...before.flatMap((one) => villagesOfGroup(byId, one))];
}

/** The units that are there on a day in the place of one that is not. */
export function unitsInstead<U extends NamedUnit>(units: LedgerUnits<U>, { past }: U, on: string): U[] {
	const next = (past?.firstOn ?? '') > on ? past?.from : past?.into;
	const near = (next ?? []).flatMap((id) => units.byId.get(id) ?? []);
	return near.flatMap((unit) => (isThereOn(unit, on) ? [unit] : unitsInstead(units, unit, on)));
}

/**
 * The unit above the groups that a cell means on a day (today, where none is given): its name, in either language, with or without 村, or an
 * address in it (三星村一组, 太平场镇三星村). The unit that is there and has this name on the day comes before one that is there and has the name on
 * other days, and that before one that is not there. Null: none, or several.
 */
export function findLedgerUnit<U extends NamedUnit>(units: LedgerUnits<U>, cell: string, on = lastDay): U | null {
	const named = units.found.get(cell) ?? findByName(units, bare(cell));
	units.found.set(cell, named);
	const there = named.filter(({ unit }) => isThereOn(unit, on));
	const called = there.filter(({ fromOn, beforeOn }) => fromOn <= on && on < beforeOn);
	return one([called, there, named].find((some) => some.length > 0) ?? []);
}

function findByName<U extends NamedUnit>({ upper, anyName }: LedgerUnits<U>, typed: string): readonly Named<U>[] {
	if (typed === '') return [];
	const exact = upper.filter(({ name, nameEn }) => name === typed || nameEn === typed);
	if (exact.length > 0) return exact;
	const lowest = lowestOf(upper.filter(({ name }) => typed.includes(name) && isAddressIn(name, typed, anyName)));
	if (lowest.length > 0) return lowest;
	return upper.filter(({ name }) => typed.length >= 2 && name.replace(/(?:村|社区|镇|乡|街道)$/u, '') === typed);
}

/** The unit above the groups that the title of a sheet names at the beginning of one of its words. Null: none, or several. */
export function findUnitInTitle<U extends NamedUnit>({ upper, anyName }: LedgerUnits<U>, title: string): U | null {
	const words = title
		.normalize('NFKC')
		.split(/[\s()\[\]_:;,、。“”-]+/u)
		.map(bare);
	const isNamed = (name: string) => words.some((word) => word.includes(name) && isTitleOf(name, word, anyName));
	return one(lowestOf(upper.filter(({ name }) => isNamed(name))));
}

/** 太平场镇三星村 is the village: the lowest unit in a name counts. */
const lowestOf = <U extends NamedUnit>(named: readonly Named<U>[]): Named<U>[] =>
	named.filter(({ unit }) => !named.some((below) => below.unit.parentId === unit.id));

/**
 * The groups of a village that a cell may mean on a day (today, where none is given): 三星村一组, 一组, 1组, 一社, 第1村民小组, 1. Several: villages
 * that merged had groups of one number.
 */
export function listLedgerGroups<U extends NamedUnit>(
	{ groups, anyName }: LedgerUnits<U>,
	villageId: string,
	cell: string,
	on = lastDay
): U[] {
	const [typed, english, village] = [groupOf(cell), bare(cell), villageOf(cell)];
	const isOf = ({ villages }: NamedGroup<U>) =>
		village === '' || villages.some((name) => name === village || isAddressIn(name, village, anyName));
	return (groups.get(villageId) ?? [])
		.filter(({ unit }) => isThereOn(unit, on))
		.filter((group) => group.nameEn === english || (group.name === typed && isOf(group)))
		.map(({ unit }) => unit);
}

/** How a cell names a group and no other of its village: after a merger with the name of the village that it was of before. */
export function nameOfGroup<U extends NamedUnit>({ byId }: LedgerUnits<U>, group: U): string {
	if (villageOf(group.name) !== '') return group.name;
	const before = (group.past?.from ?? []).flatMap((id) => byId.get(id)?.parentId ?? []);
	return `${byId.get(before[0] ?? '')?.name ?? ''}${group.name}`;
}

/** The group after a village's name in the same cell (三星村一组); '' where there is none. */
export function groupInCell(cell: string): string {
	return /(?:村|社区|居)(第?[\d一二三四五六七八九十]{1,3}(?:村民)?(?:小?组|社))$/u.exec(bare(cell))?.[1] ?? '';
}

const one = <U>(found: readonly { unit: U }[]): U | null => {
	const units = new Set(found.map(({ unit }) => unit));
	return units.size === 1 ? found[0]!.unit : null;
};

const bare = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\s（）()]/gu, '')
		.toLowerCase();

/** What is written before a group: 河沙村一组 → 河沙村. */
const villageOf = (name: string) => /^.*(?:村|社区|居)(?!民)/u.exec(bare(name))?.[0] ?? '';

function groupOf(name: string): string {
	return bare(name)
		.replace(/^.*(村|社区|居)(?!民)/u, '')
		.replace(/第|村民小组|小组|组|社$/gu, '')
		.replace(/\d+/g, (digits) => inWords(Number(digits)));
}

function inWords(count: number): string {
	if (count < 10) return numerals[count]!;
	const [tens, ones] = [Math.floor(count / 10), count % 10];
	return `${tens > 1 ? numerals[tens] : ''}十${ones ? numerals[ones] : ''}`;
}
