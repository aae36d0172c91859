/** A line pasted from a spreadsheet: the cells as typed, not yet checked, and the line itself. */
export interface PastedRow {
	name: string;
	phone: string;
	village: string;
	people: string;
	line: string;
}

type Column = 'name' | 'phone' | 'village' | 'people';
const columns: readonly Column[] = ['name', 'phone', 'village', 'people'];

/** How headings name the columns; spaces and brackets with their text do not count. */
const headings: Record<Column, RegExp> = {
	name: /^(姓名|名字|户主|户主姓名|报名人|报名人姓名|参加人|联系人|name)$/i,
	phone: /^(电话|手机|手机号|手机号码|电话号码|联系电话|联系方式|phone|telephone|mobile)$/i,
	village: /^(村|村名|村社区|社区|所在村|所属村|村别|village)$/i,
	people: /^(人数|几人|参加人数|报名人数|来几人|people)$/i
};

/**
 * Lines pasted from a spreadsheet, separated by tabs (or by two spaces or more). A heading line names the columns, and
 * lines above it are dropped. Without one the columns are name, telephone, village, people, after a column of running
 * numbers if there is one. Empty lines and totals (合计) are dropped. `heading`: the heading line, to paste the rest
 * under it later.
 */
export function readPasted(text: string): { heading: string | null; rows: PastedRow[] } {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	const cells = lines.map(cellsOf);
	const at = cells.findIndex((row) => row.some((cell) => headings.name.test(bare(cell))));
	const body = cells.slice(at + 1).map((row, nth) => ({ row, line: lines[at + 1 + nth]! }));
	const kept = body.filter(({ row }) => row.some(Boolean) && !row.some(isTotal));
	const order = at < 0 ? fixedOrder(kept.map(({ row }) => row)) : orderOf(cells[at]!);
	return {
		heading: at < 0 ? null : lines[at]!,
		rows: kept.map(({ row, line }) => {
			const cell = (column: Column) => row[order[column]] ?? '';
			return { name: cell('name'), phone: cell('phone'), village: cell('village'), people: cell('people'), line };
		})
	};
}

/**
 * Which of the villages a cell means: its name, the beginning of it, or a longer text that holds it (三星村一组). Null: none or several.
 */
export function findVillage<V extends { name: string }>(villages: readonly V[], cell: string): V | null {
	const named = villages.filter(({ name }) => cell.includes(name));
	const found = named.length > 0 ? named : villages.filter(({ name }) => cell !== '' && name.startsWith(cell));
	return found.length === 1 ? found[0]! : null;
}

/** Whether a cell says that a person is not from this town. */
export const isOutside = (cell: string): boolean => /^(外镇|外地|外乡|外乡镇|外村|镇外|outside)$/i.test(bare(cell));

const cellsOf = (line: string) => line.split(line.includes('\t') ? '\t' : /\s{2,}/).map((cell) => cell.trim());
const bare = (cell: string) => cell.replace(/[（(【[].*$/, '').replace(/[\s/、：:]/g, '');
const isTotal = (cell: string) => /^(合计|总计|小计|共计|总数|total)/i.test(bare(cell));

function orderOf(heading: string[]): Record<Column, number> {
	const order = columns.map((column) => [column, heading.findIndex((cell) => headings[column].test(bare(cell)))]);
	return Object.fromEntries(order) as Record<Column, number>;
}

/** The usual order, one further to the right where every line begins with a running number. */
function fixedOrder(rows: string[][]): Record<Column, number> {
	const isNumbered =
		rows.length > 0 && rows.every(([first = '', second = '']) => /^\d{1,4}[.、]?$/.test(first) && second);
	return Object.fromEntries(columns.map((column, at) => [column, at + Number(isNumbered)])) as Record<Column, number>;
}
