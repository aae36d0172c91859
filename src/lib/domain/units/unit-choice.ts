import { foldText } from '../folded-text';
import type { UnitKind } from './unit';
import { inTreeOrder } from './unit-order';

/** Units that one list may hold. Where there are more, a name narrows them down. */
export const mostListed = 60;

/** Letters of a name that are looked for. */
export const longestSearch = 60;

/** Beside the field `name` that asks for a unit: the field for a name to look for. */
export const searchField = (name: string) => `${name}-find`;

/** The fields that ask for a unit so, by the names of all fields of a form. */
export const findersAmong = (fields: Iterable<string>): string[] =>
	[...fields]
		.filter((field) => field.endsWith(searchField('')))
		.map((field) => field.slice(0, -searchField('').length));

/** Beside it too: the name that its list was made for. */
export const listedField = (name: string) => `${name}-found`;

/** Beside it too: which units it offers, as `writeOffered` writes them. */
export const offeredField = (name: string) => `${name}-of`;

/** The button that looks for a name; its value is the name of the field. */
export const findButton = 'find';

/** The button that Enter presses in any field of such a form: the form's own, unless a name waits to be looked for. */
export const enterButton = 'enter';

export interface ListedUnit {
	id: string;
	name: string;
	nameEn: string | null;
	kind: UnitKind;
	parentId: string | null;
}

/** A unit as it was read: whether the name finds it, and whether it belongs to the chosen unit's village. */
export interface FoundUnit extends ListedUnit {
	position: number;
	isFound?: boolean;
	isNear?: boolean;
}

/** What a field that asks for a unit has to offer. */
export interface UnitChoice {
	/** Whether there are more units than one list may hold: a name narrows them down. */
	isNarrowed: boolean;
	/** The name looked for; '' for none. */
	search: string;
	/** In the town's own order. */
	units: ListedUnit[];
	/** What the list leaves out: units of its villages, or units that were found. */
	leftOut: 'groups' | 'units' | null;
	/** The unit that is chosen; null for none, or for one that is not listed. */
	chosen: ListedUnit | null;
	/** Its id, also of one that is not listed, such as a closed one. */
	chosenId: string | null;
	/** The id of the one unit that the name finds; null where it finds several or none. */
	foundId: string | null;
	/** Whether a list was asked for by a name that does not tell which unit is meant: it has nothing to show yet. */
	isOpen: boolean;
	/** Which units there are to choose from, for a form to send along. */
	offered: string;
	/** Whether there is none at all to choose. */
	isEmpty: boolean;
	/** Whether there is anything to choose between. */
	isSeveral: boolean;
	/** The id of the only one; '' where there are several. */
	only: string;
}

/** The unit that a list is narrowed to: undefined for none; '', which is no unit's id, while the name does not tell which is meant. */
export const narrowedTo = ({ chosenId, isOpen }: UnitChoice): string | undefined =>
	isOpen ? '' : (chosenId ?? undefined);

/** Whether a unit belongs to a village: it is listed under it. */
export const isPartOfVillage = ({ kind }: { kind: UnitKind }) => kind === 'group' || kind === 'grid';

/**
 * The units, while no name narrows them. A few are all listed. Of many, the villages are listed without their groups; if even these are
 * many, nothing is. `read` are the first units, those above the groups first, at most one too many.
 */
export function listFirst(read: readonly FoundUnit[], chosenId: string | null): UnitChoice {
	const isNarrowed = read.length > mostListed;
	const villages = read.filter((unit) => !isPartOfVillage(unit));
	const isTooMany = isNarrowed && (villages.length > mostListed || villages.length === 0);
	const units = inOrder(isTooMany ? [] : isNarrowed ? villages : read);
	const leftOut = isTooMany ? 'units' : isNarrowed ? 'groups' : null;
	return {
		isNarrowed,
		search: '',
		units,
		leftOut,
		chosen: findIn(units, chosenId),
		chosenId,
		foundId: null,
		isOpen: false,
		offered: '',
		isEmpty: read.length === 0,
		isSeveral: read.length > 1,
		only: read.length === 1 ? read[0]!.id : ''
	};
}

/**
 * The units that the name `search` found, with the village of the chosen unit. A name that does not find the chosen unit replaces it.
 * If they are too many, groups are left out, but not those of the chosen unit's village. A single unit is chosen; `wholeVillage`: so is the
 * single village, though its groups are found with it.
 * `read`: those near the chosen unit first, then those above the groups, then groups, at most one too many.
 */
export function listFound(
	read: readonly FoundUnit[],
	search: string,
	chosenId: string | null,
	wholeVillage = false
): Pick<UnitChoice, 'search' | 'units' | 'leftOut' | 'chosen' | 'chosenId' | 'foundId'> {
	const isReplaced = search !== '' && !read.some(({ id, isFound }) => id === chosenId && isFound);
	const found = isReplaced ? read.filter(({ isFound }) => isFound) : read;
	const isTooMany = read.length > mostListed;
	const kept = isTooMany ? found.filter((unit) => unit.isNear || !isPartOfVillage(unit)).slice(0, mostListed) : found;
	const units = inOrder(kept);
	const leftOut = !isTooMany ? null : found.some((unit) => !unit.isNear && isPartOfVillage(unit)) ? 'groups' : 'units';
	const only = isTooMany ? null : theOnly(inOrder(read.filter(({ isFound }) => isFound)), search, wholeVillage);
	const chosen = findIn(units, chosenId) ?? only;
	return {
		search,
		units,
		leftOut,
		chosen,
		chosenId: chosen?.id ?? (isReplaced ? null : chosenId),
		foundId: only?.id ?? null
	};
}

/** The one unit that was found: alone, or of one village the group of that very name, or else the village itself. */
function theOnly(found: readonly ListedUnit[], search: string, wholeVillage: boolean): ListedUnit | null {
	if (found.length === 1) return found[0]!;
	const [village, ...others] = byVillage(found);
	if (!village || others.length > 0) return null;
	const { head, groups } = village;
	const name = bareName(search);
	const group = groups.find((one) => [one.name, head.name + one.name].includes(name));
	return group ?? (wholeVillage ? head : null);
}

/** A Chinese name as it is looked for: digits and letters of half width, no spaces. */
const bareName = (text: string) => foldText(text).replace(/\s/g, '');

/** The units of a list by village: each village with its groups. What is above the villages, or listed without its village, comes alone. */
export function byVillage(units: readonly ListedUnit[]): { head: ListedUnit; groups: ListedUnit[] }[] {
	const isUnder = (unit: ListedUnit, head: ListedUnit) => isPartOfVillage(unit) && unit.parentId === head.id;
	const heads = units.filter((unit) => !units.some((head) => isUnder(unit, head)));
	return heads.map((head) => ({ head, groups: units.filter((unit) => isUnder(unit, head)) }));
}

const findIn = (units: readonly ListedUnit[], id: string | null) => units.find((unit) => unit.id === id) ?? null;

/** In the order of the tree, as pages need them. */
const inOrder = (units: readonly FoundUnit[]): ListedUnit[] =>
	inTreeOrder(units).map(({ id, name, nameEn, kind, parentId }) => ({ id, name, nameEn, kind, parentId }));
