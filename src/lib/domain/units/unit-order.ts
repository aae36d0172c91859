import { isVillageLevel, type UnitKind } from './unit';

interface Placed {
	id: string;
	parentId: string | null;
	kind: UnitKind;
	position: number;
	name: string;
}

const numerals = '〇一二三四五六七八九';

/**
 * Units in the order of the tree: those above the villages first, then each village with its groups and grids, all in the town's own order; those of one
 * place in it by their names, in which numbers count as numbers (二组, 十组, 十一组). What is listed without its village comes where that would be last.
 */
export function inTreeOrder<U extends Placed>(units: readonly U[]): U[] {
	const sorted = units.toSorted(compare);
	const isUnder = (unit: U) => isPart(unit) && units.some(({ id }) => id === unit.parentId);
	const below = sorted.filter(isUnder);
	return sorted
		.filter((unit) => !isUnder(unit))
		.flatMap((unit) => [unit, ...below.filter(({ parentId }) => parentId === unit.id)]);
}

const isPart = ({ kind }: Placed) => kind === 'group' || kind === 'grid';

const rank = (unit: Placed) => (isPart(unit) ? 2 : isVillageLevel(unit.kind) ? 1 : 0);

function compare(one: Placed, other: Placed): number {
	const byPlace = rank(one) - rank(other) || one.position - other.position;
	if (byPlace !== 0) return byPlace;
	const [name, otherName] = [comparedName(one.name), comparedName(other.name)];
	return name < otherName ? -1 : name > otherName ? 1 : 0;
}

/** A name with the number of a group in digits of one length: 三星村十一组 → 三星村0011组. */
const comparedName = (name: string) =>
	name
		.replace(
			/(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]+(?=(?:村民)?小?组|社(?!区)|网格|号)/gu,
			(words) => String(numberOf(words))
		)
		.replace(/\d+/g, (digits) => digits.padStart(4, '0'));

function numberOf(words: string): number {
	const [tens, ones = ''] = words.includes('十') ? words.split('十') : ['〇', words];
	const digit = (one: string, empty: number) => (one === '' ? empty : Math.max(0, numerals.indexOf(one)));
	return digit(tens!, 1) * 10 + digit(ones, 0);
}
