import type { UnitKind } from './unit';

/** Units that one list may hold. Where there are more, a name narrows them down. */
export const mostListed = 60;

/** Beside the field `name` that asks for a unit: the field for a name to look for. */
export const searchField = (name: string) => `${name}-find`;

/** Beside it too: the name that its list was made for. */
export const listedField = (name: string) => `${name}-found`;

/** The button that looks for a name; its value is the name of the field. */
export const findButton = 'find';

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
	/** Whether there is none at all to choose. */
	isEmpty: boolean;
	/** Whether there is anything to choose between. */
	isSeveral: boolean;
	/** The id of the only one; '' where there are several. */
	only: string;
}

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
		isEmpty: read.length === 0,
		isSeveral: read.length > 1,
		only: read.length === 1 ? read[0]!.id : ''
	};
}

/**
 * The units that the name `search` found, with the village of the chosen unit. A name that does not find the chosen unit replaces it.
 * If they are too many, groups are left out, but not those of the chosen unit's village. A single unit is chosen.
 * `read`: those near the chosen unit first, then those above the groups, then groups, at most one too many.
 */
export function listFound(
	read: readonly FoundUnit[],
	search: string,
	chosenId: string | null
): Pick<UnitChoice, 'search' | 'units' | 'leftOut' | 'chosen' | 'chosenId'> {
	const isReplaced = search !== '' && !read.some(({ id, isFound }) => id === chosenId && isFound);
	const found = isReplaced ? read.filter(({ isFound }) => isFound) : read;
	const isTooMany = read.length > mostListed;
	const kept = isTooMany ? found.filter((unit) => unit.isNear || !isPartOfVillage(unit)).slice(0, mostListed) : found;
	const units = inOrder(kept);
	const leftOut = !isTooMany ? null : found.some((unit) => !unit.isNear && isPartOfVillage(unit)) ? 'groups' : 'units';
	const chosen = findIn(units, chosenId) ?? (search !== '' && units.length === 1 ? units[0]! : null);
	return { search, units, leftOut, chosen, chosenId: chosen?.id ?? (isReplaced ? null : chosenId) };
}

/** The units of a list by village: each village with its groups. What is above the villages, or listed without its village, comes alone. */
export function byVillage(units: readonly ListedUnit[]): { head: ListedUnit; groups: ListedUnit[] }[] {
	const isUnder = (unit: ListedUnit, head: ListedUnit) => isPartOfVillage(unit) && unit.parentId === head.id;
	const heads = units.filter((unit) => !units.some((head) => isUnder(unit, head)));
	return heads.map((head) => ({ head, groups: units.filter((unit) => isUnder(unit, head)) }));
}

const findIn = (units: readonly ListedUnit[], id: string | null) => units.find((unit) => unit.id === id) ?? null;

/** In the town's own order, as pages need them. */
const inOrder = (units: readonly FoundUnit[]): ListedUnit[] =>
	units
		.toSorted((one, other) => one.position - other.position || (one.name < other.name ? -1 : 1))
		.map(({ id, name, nameEn, kind, parentId }) => ({ id, name, nameEn, kind, parentId }));
