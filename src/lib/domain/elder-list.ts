/** Columns of a roll of elders that an import understands. */
export const elderColumns = [
	'name',
	'sex',
	'birth',
	'calendar',
	'group',
	'phone',
	'relativePhone',
	'mobility',
	'transport',
	'pickUpPoint',
	'diet',
	'companions',
	'photo'
] as const;
export type ElderColumn = (typeof elderColumns)[number];

/** One line of a roll as it stood in the file, every cell as text. */
export type ElderCells = Record<ElderColumn, string>;

/** What villages call the columns; the first that fits counts. */
const headings: [ElderColumn, RegExp][] = [
	['relativePhone', /(家属|子女|亲属|儿女|联系人|监护人).*(电话|手机|号码|联系方式)/u],
	['name', /^(老人|老年人)?(姓名|名字)$|^姓\s*名$/u],
	['sex', /^性别$/u],
	['calendar', /^(历法|日历|农历公历|农历阳历|阴历阳历|农历或公历|阴阳历|生日历法)$/u],
	['birth', /(出生|生日|生辰|寿辰)/u],
	['group', /^(所在|住址)?(村民小组|小组|组别|组|社|所属组|村组)$/u],
	['phone', /(电话|手机|联系方式)/u],
	['mobility', /(行动|腿脚|自理)/u],
	['transport', /(接送|车接|要车|接车)/u],
	['pickUpPoint', /(上车|接站|接的|集合)(点|地点|处|地方)/u],
	['diet', /(忌口|饮食|口味)/u],
	['companions', /(陪同|同来|随行)/u],
	['photo', /(拍照|照相|肖像)/u]
];

/** Columns that are known and never taken over: they are more than a banquet needs. */
const leftOut = /(身份证|证件号|银行|社保|低保|疾病|病史|残疾|健康|体检)/u;

export interface ElderTable {
	/** How many lines stand above the first one read (titles and the heading). */
	above: number;
	rows: ElderCells[];
	/** Headings that are left out because a banquet does not need them. */
	leftOut: string[];
	/** Headings nobody knows. */
	unknown: string[];
	/** Which column the heading says holds lunar or solar dates, as its text; '' when it does not say. */
	birthHeading: string;
}

/**
 * Finds the heading of a sheet (within its first ten lines: there may be titles above), and the lines below it until they end.
 * Totals (合计) and blank lines are left out. Null: no line has both a name and a birth date as headings.
 */
export function readElderTable(sheet: readonly (readonly string[])[]): ElderTable | null {
	const at = sheet.slice(0, 10).findIndex((cells) => {
		const found = cells.map(columnOf);
		return found.includes('name') && found.includes('birth');
	});
	if (at < 0) return null;
	const head = sheet[at]!.map((cell) => cell.replace(/\s/gu, ''));
	const places = elderColumns.map((column) => [column, head.findIndex((cell) => columnOf(cell) === column)] as const);
	const cellsOf = (line: readonly string[]) =>
		Object.fromEntries(
			places.map(([column, place]) => [column, place < 0 ? '' : (line[place] ?? '').trim()])
		) as ElderCells;
	const strangers = head.filter((cell) => cell && columnOf(cell) === null);
	return {
		above: at + 1,
		rows: sheet
			.slice(at + 1)
			.filter((line) => !isSkipped(line))
			.map(cellsOf),
		leftOut: strangers.filter((cell) => leftOut.test(cell)),
		unknown: strangers.filter(
			(cell) => !leftOut.test(cell) && !/^(序号|编号|备注|年龄|周岁|虚岁|村|村名|所在村)$/u.test(cell)
		),
		birthHeading: head[places.find(([column]) => column === 'birth')![1]]!
	};
}

function columnOf(heading: string): ElderColumn | null {
	const bare = heading.normalize('NFKC').replace(/[\s（）()：:*]/gu, '');
	if (!bare || leftOut.test(bare)) return null;
	return headings.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

function isSkipped(line: readonly string[]): boolean {
	const written = line.map((cell) => cell.trim()).filter(Boolean);
	return written.length === 0 || /^(合计|总计|小计|填表人|制表人)/u.test(written[0]!);
}

/** A cell of a closed list: which of its values the words mean; the fallback for an empty cell, null for words nobody knows. */
export function readWord<V extends string>(text: string, words: readonly [V, RegExp][], fallback: V): V | null {
	const typed = text.normalize('NFKC').replace(/\s/gu, '');
	return typed ? (words.find(([, pattern]) => pattern.test(typed))?.[0] ?? null) : fallback;
}

/** 男 / 女. */
export const sexInList: readonly ['female' | 'male', RegExp][] = [
	['female', /^(女|女性|f|female)$/iu],
	['male', /^(男|男性|m|male)$/iu]
];

export const mobilityInList: readonly ['walks' | 'needs-arm' | 'wheelchair' | 'homebound', RegExp][] = [
	['homebound', /(出不了门|卧床|不能出门|不便出门|失能)/u],
	['wheelchair', /轮椅/u],
	['needs-arm', /(扶|拐|不便|半自理|差)/u],
	['walks', /(好|正常|自理|能走|方便|自己走|健)/u]
];

export const dietInList: readonly ['any' | 'soft' | 'light' | 'low-sugar' | 'vegetarian' | 'halal', RegExp][] = [
	['any', /^(无|没有|没有忌口|正常|不限|都可以|普通)$/u],
	['halal', /清真/u],
	['vegetarian', /素/u],
	['low-sugar', /糖/u],
	['soft', /(软|烂|稀)/u],
	['light', /(清淡|少盐|不辣|少油)/u]
];

export const yesInList: readonly ['yes' | 'no', RegExp][] = [
	['no', /^(否|不|不要|不用|不需要|无|不同意|0|n|no)$/iu],
	['yes', /^(是|要|需要|同意|有|1|y|yes|√|✓)$/iu]
];
