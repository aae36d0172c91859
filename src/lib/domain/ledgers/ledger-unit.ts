import type { UnitKind } from '../units/unit';

interface NamedUnit {
	id: string;
	parentId: string | null;
	kind: UnitKind;
	name: string;
	nameEn: string | null;
}

const numerals = '〇一二三四五六七八九';

/**
 * The unit above the groups that a cell means: its name, in either language, the beginning of it, or a longer text that begins with it
 * (三星村一组, 太平场镇三星村). Null: none, or several.
 */
export function findLedgerUnit<U extends NamedUnit>(units: readonly U[], cell: string): U | null {
	const typed = bare(cell);
	if (typed === '') return null;
	const upper = units.filter(({ kind }) => kind !== 'group');
	const exact = upper.filter(({ name, nameEn }) => bare(name) === typed || (nameEn && bare(nameEn) === typed));
	if (exact.length > 0) return one(exact);
	// 太平场镇三星村 is the village: the lowest unit in the name counts.
	const named = upper.filter(({ name }) => typed.includes(bare(name)));
	const lowest = named.filter(({ id }) => !named.some((below) => below.parentId === id));
	if (lowest.length > 0) return one(lowest);
	return one(upper.filter(({ name }) => typed.length >= 2 && bare(name).startsWith(typed)));
}

/** The group of a village that a cell means: 三星村一组, 一组, 1组, 一社, 第1村民小组, 1. Null: none. */
export function findLedgerGroup<U extends NamedUnit>(units: readonly U[], villageId: string, cell: string): U | null {
	const typed = groupOf(cell);
	const groups = units.filter(({ kind, parentId }) => kind === 'group' && parentId === villageId);
	const english = bare(cell);
	return one(
		groups.filter(({ name, nameEn }) => groupOf(name) === typed || (nameEn !== null && bare(nameEn) === english))
	);
}

/** The group after a village's name in the same cell (三星村一组); '' where there is none. */
export function groupInCell(cell: string): string {
	return /(?:村|社区|居)(第?[\d一二三四五六七八九十]{1,3}(?:村民)?(?:小?组|社))$/u.exec(bare(cell))?.[1] ?? '';
}

const one = <U>(found: readonly U[]): U | null => (found.length === 1 ? found[0]! : null);

const bare = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\s（）()]/gu, '')
		.toLowerCase();

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
