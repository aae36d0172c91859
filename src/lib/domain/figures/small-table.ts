import { fewBelow } from './small-numbers';

/**
 * Which cells of a table that crosses two things (village × month) the public may read, when the sums of its rows and columns are
 * published too. Small numbers are withheld; then more cells with them, the smallest first, until no withheld cell follows from the others by
 * adding and subtracting: it does exactly where it is a bridge of the graph that joins each withheld cell's row to its column
 * (Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988, 552–571), or where its line's
 * withheld sum can be split in one way only. What is withheld bears no sign which of them is small.
 */
export function publishableCells(rows: readonly (readonly number[])[]): boolean[][] {
	const isPublished = rows.map((row) => row.map((value) => value === 0 || value >= fewBelow));
	for (let cover: Cell[] | undefined = []; cover; cover = coverFor(rows, isPublished)) {
		for (const { row, column } of cover) isPublished[row]![column] = false;
	}
	return isPublished;
}

interface Cell {
	row: number;
	column: number;
}

const cellsOf = (isPublished: readonly boolean[][], wanted: boolean): Cell[] =>
	isPublished.flatMap((cells, row) => cells.flatMap((is, column) => (is === wanted ? [{ row, column }] : [])));

/**
 * What to withhold with the first cell that can be worked out; nothing when there is none, or nothing left to
 * withhold.
 */
function coverFor(rows: readonly (readonly number[])[], isPublished: boolean[][]): Cell[] | undefined {
	const withheld = cellsOf(isPublished, false);
	const covers = withheld.map((cell) => {
		if (isBridge(cell, withheld)) return cheapestRectangle(rows, isPublished, cell);
		return isForced(rows, cell, withheld) ? smallestInLine(rows, isPublished, cell) : [];
	});
	return covers.find((cover) => cover.length > 0);
}

/** Whether the cell's row or column has withheld cells that must all be 1, as their sum is their number. */
function isForced(rows: readonly (readonly number[])[], cell: Cell, withheld: readonly Cell[]): boolean {
	return (['row', 'column'] as const).some((line) => {
		const mates = withheld.filter((other) => other[line] === cell[line]);
		return mates.reduce((sum, { row, column }) => sum + rows[row]![column]!, 0) <= mates.length;
	});
}

/** Whether no way leads from the cell's row to its column through other withheld cells. */
function isBridge(cell: Cell, withheld: readonly Cell[]): boolean {
	const [rows, columns] = [new Set([cell.row]), new Set<number>()];
	for (let size = 0; size !== rows.size + columns.size;) {
		size = rows.size + columns.size;
		for (const { row, column } of withheld) {
			if (row === cell.row && column === cell.column) continue;
			if (rows.has(row)) columns.add(column);
			if (columns.has(column)) rows.add(row);
		}
	}
	return !columns.has(cell.column);
}

/**
 * The cost of withholding a cell: the number that readers lose. Zeros come last, since a zero describes no household
 * and is good news.
 */
const cost = (rows: readonly (readonly number[])[], { row, column }: Cell) => rows[row]![column]! || 1_000_000;

/** The published cells of the cheapest three that make a rectangle with this one: then each may be more as another is less. */
function cheapestRectangle(rows: readonly (readonly number[])[], isPublished: boolean[][], cell: Cell): Cell[] {
	const corners = cellsOf(isPublished, true)
		.concat(cellsOf(isPublished, false))
		.filter(({ row, column }) => row !== cell.row && column !== cell.column)
		.map((far) => [far, { row: cell.row, column: far.column }, { row: far.row, column: cell.column }])
		.map((three) => three.filter(({ row, column }) => isPublished[row]![column]));
	const costs = corners.map((three) => three.reduce((sum, place) => sum + cost(rows, place), 0));
	// A table of one row or column has no rectangle: the line is all there is.
	return corners[costs.indexOf(Math.min(...costs))] ?? smallestInLine(rows, isPublished, cell);
}

function smallestInLine(rows: readonly (readonly number[])[], isPublished: boolean[][], cell: Cell): Cell[] {
	return cellsOf(isPublished, true)
		.filter(({ row, column }) => row === cell.row || column === cell.column)
		.sort((a, b) => cost(rows, a) - cost(rows, b))
		.slice(0, 1);
}
