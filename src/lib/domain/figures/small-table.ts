import { fewBelow } from './small-numbers';

/**
 * Which cells of a table that crosses two things (village × month) the public may read, when the sums of its rows and columns are
 * published too. Small numbers are withheld; then more cells with them, the smallest first, until no withheld cell follows from the others by
 * adding and subtracting: it does exactly where it is a bridge of the graph that joins each withheld cell's row to its column
 * (Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988, 552–571), or where its line's
 * withheld sum can be split in one way only. What is withheld bears no sign which of them is small.
 */
export function publishableCells(rows: readonly (readonly number[])[]): boolean[][] {
	const table = tableOf(rows);
	for (const [at, value] of table.values.entries()) if (value > 0 && value < fewBelow) withhold(table, at);
	for (let from = 0, next = nextCover(table, 0); next; next = nextCover(table, from)) {
		for (const at of next.cover) withhold(table, at);
		from = Math.min(next.at, ...next.cover.map((at) => firstConcerned(table, at)));
	}
	return rows.map((row, nth) => row.map((_, column) => table.isWithheld[nth * table.columns + column] === 0));
}

/** A table row by row; a cell is a place in it. */
interface Table {
	rows: number;
	columns: number;
	values: Int32Array;
	isWithheld: Uint8Array;
	/**
	 * The cost of withholding each cell: the number that readers lose, and nothing where it is withheld. Zeros come last, since a zero
	 * describes no household and is good news.
	 */
	cost: Int32Array;
	/** By how much the withheld numbers of each row, and of each column, exceed their number. */
	rowExcess: Int32Array;
	columnExcess: Int32Array;
	/** The withheld cells of each row, and then of each column. */
	lines: number[][];
	/** Cells that are known to be no bridge. */
	isJoined: Uint8Array;
}

function tableOf(rows: readonly (readonly number[])[]): Table {
	const columns = rows[0]?.length ?? 0;
	const values = Int32Array.from(rows.flat());
	return {
		rows: rows.length,
		columns,
		values,
		cost: values.map((value) => value || 1_000_000),
		isWithheld: new Uint8Array(rows.length * columns),
		rowExcess: new Int32Array(rows.length),
		columnExcess: new Int32Array(columns),
		lines: Array.from({ length: rows.length + columns }, () => []),
		isJoined: new Uint8Array(values.length)
	};
}

function withhold(table: Table, at: number): void {
	const [row, column] = [Math.floor(at / table.columns), at % table.columns];
	table.isWithheld[at] = 1;
	table.cost[at] = 0;
	table.rowExcess[row]! += table.values[at]! - 1;
	table.columnExcess[column]! += table.values[at]! - 1;
	table.lines[row]!.push(at);
	table.lines[table.rows + column]!.push(at);
}

/**
 * What to withhold with the first cell from a place on that can be worked out; nothing when there is none, or nothing left to withhold.
 */
function nextCover(table: Table, from: number): { at: number; cover: number[] } | undefined {
	for (let at = from; at < table.values.length; at++) {
		if (table.isWithheld[at] === 0) continue;
		const cover = isBridge(table, at)
			? cheapestRectangle(table, at)
			: isForced(table, at)
				? smallestInLine(table, at)
				: [];
		if (cover.length > 0) return { at, cover };
	}
	return undefined;
}

/** The first cell that may be worked out since this one is withheld: itself, or one of a line of it that is forced now. */
function firstConcerned({ rows, columns, rowExcess, columnExcess, lines }: Table, at: number): number {
	const [row, column] = [Math.floor(at / columns), at % columns];
	return Math.min(
		at,
		...(rowExcess[row]! <= 0 ? lines[row]! : []),
		...(columnExcess[column]! <= 0 ? lines[rows + column]! : [])
	);
}

/** Whether no way leads from the cell's row to its column through other withheld cells. What is none never becomes one again. */
function isBridge(table: Table, at: number): boolean {
	const { rows, columns, lines, isJoined } = table;
	if (isJoined[at]) return false;
	if (isInRectangle(table, at)) {
		isJoined[at] = 1;
		return false;
	}
	const column = rows + (at % columns);
	const found = new Set([Math.floor(at / columns)]);
	for (const line of found) {
		for (const cell of lines[line]!) {
			if (cell !== at) found.add(line < rows ? rows + (cell % columns) : Math.floor(cell / columns));
		}
		if (found.has(column)) {
			isJoined[at] = 1;
			return false;
		}
	}
	return true;
}

/** Whether three other withheld cells make a rectangle with it: the shortest way around, and in a full table there is one. */
function isInRectangle({ rows, columns, isWithheld, lines }: Table, at: number): boolean {
	const column = at % columns;
	const row = at - column;
	return lines[row / columns]!.some(
		(beside) =>
			beside !== at &&
			lines[rows + column]!.some((below) => below !== at && isWithheld[below - column + (beside - row)] === 1)
	);
}

/** Whether the cell's row or column has withheld cells that must all be 1, as their sum is their number. */
const isForced = ({ columns, rowExcess, columnExcess }: Table, at: number) =>
	rowExcess[Math.floor(at / columns)]! <= 0 || columnExcess[at % columns]! <= 0;

/**
 * The published cells of the cheapest three that make a rectangle with this one: then each may be more as another is less. Of those that
 * cost the same the first, and before it the first with a published far corner.
 */
function cheapestRectangle(table: Table, at: number): number[] {
	const { rows, columns, isWithheld, cost } = table;
	const column = at % columns;
	const row = at - column;
	let [best, least] = [-1, Infinity];
	for (let farRow = 0; farRow < rows * columns; farRow += columns) {
		if (farRow === row) continue;
		const side = cost[farRow + column]!;
		for (let farColumn = 0; farColumn < columns; farColumn++) {
			const sum = side + cost[farRow + farColumn]! + cost[row + farColumn]!;
			if (sum > least || farColumn === column) continue;
			const far = farRow + farColumn;
			if (sum < least || (!isWithheld[far] && isWithheld[best])) [best, least] = [far, sum];
		}
	}
	// A table of one row or column has no rectangle: the line is all there is.
	if (best === -1) return smallestInLine(table, at);
	const farColumn = best % columns;
	return [best, row + farColumn, best - farColumn + column].filter((place) => !isWithheld[place]);
}

/** The cheapest published cell of its row and column, the first of them. */
function smallestInLine({ columns, isWithheld, cost }: Table, at: number): number[] {
	const column = at % columns;
	const row = at - column;
	let best = -1;
	const consider = (place: number) => {
		if (!isWithheld[place] && (best === -1 || cost[place]! < cost[best]!)) best = place;
	};
	for (let place = column; place < row; place += columns) consider(place);
	for (let place = row; place < row + columns; place++) consider(place);
	for (let place = at + columns; place < cost.length; place += columns) consider(place);
	return best === -1 ? [] : [best];
}
