import { tellTable } from '../../../src/lib/domain/releases/block-table';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { isFew } from '../../../src/lib/domain/figures/small-numbers';
import type { Release, ReleasedCell, Span } from '../../../src/lib/domain/releases/release';
import { spansOf } from '../../../src/lib/domain/releases/spans';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { closedYearTables } from '../../../src/lib/domain/releases/year-tables';
import { yearOf } from './demo-year';

/** How the cells of a small table are those of a year: a cell is one village's, in one month and of one occasion. */
export interface Layout {
	villages: number;
	/** The months of its columns, 1 for January. */
	months: readonly number[];
	/** The occasions of its layers. */
	kinds: readonly (typeof occasions)[number][];
	/** What was published of the year before, which decides how finely the line is cut. */
	lastTotal?: number;
	/** Whether each month is closed by itself, or the year at one go. */
	isMonthly: boolean;
}

export type Table = readonly number[];

const year = 2024;
const figure = 'banquets-held';

/** Calls back with every table of so many cells that come to a total. */
export function eachTable(cells: number, total: number, call: (table: Table) => void): void {
	const table = Array.from({ length: cells }, () => 0);
	const fill = (at: number, rest: number) => {
		if (at === cells - 1) {
			table[at] = rest;
			call(table);
			return;
		}
		for (let value = 0; value <= rest; value++) {
			table[at] = value;
			fill(at + 1, rest - value);
		}
	};
	fill(0, total);
}

/** Calls back with every table of rows and columns that come to these sums. */
export function eachTableOf(rows: readonly number[], columns: readonly number[], call: (table: Table) => void): void {
	const [row, ...others] = rows;
	if (row === undefined) return call([]);
	eachTable(columns.length, row, (first) => {
		const left = columns.map((column, at) => column - first[at]!);
		if (left.some((value) => value < 0)) return;
		const own = [...first];
		eachTableOf(others, left, (rest) => {
			if (others.length > 0 || left.every((value) => value === 0)) call([...own, ...rest]);
		});
	});
}

/** What is published of tables of a layout, as text; null where what the line leaves of the year is one or two (a known rest). */
export function publisher(layout: Layout): (table: Table) => string | null {
	const lines = remembered((months) => lineOf(months, layout));
	const { rowsOf, kindsOf, townOf } = marginsOf(layout);
	const occasionsOf = new Map<string, string>();
	return (table) => {
		const town = townOf(table);
		const { spans, rest, text } = lines(town);
		if (isFew(rest)) return null;
		const counts = yearOf(year, town);
		const kinds = kindsOf(table);
		const name = kinds.map(({ months }) => months.join()).join(';');
		const ofOccasions = occasionsOf.get(name) ?? textOf(closedYearTables({ ...counts, occasions: kinds }, spans));
		occasionsOf.set(name, ofOccasions);
		return text + ofOccasions + textOfCells(tellTable(year, rowsOf(table), spans));
	};
}

/** What a table comes to by village, by occasion, and in the town, in the months of a year. */
function marginsOf({ villages, months, kinds }: Layout) {
	const [width, depth] = [months.length, kinds.length];
	const places = Array.from({ length: villages * width * depth }, (_, place) => ({
		village: Math.floor(place / depth / width),
		month: months[Math.floor(place / depth) % width]! - 1,
		kind: kinds[place % depth]!
	}));
	const sums = (by: (place: number) => number, count: number) => (table: Table) => {
		const all = Array.from({ length: count }, () => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		for (let place = 0; place < places.length; place++) all[by(place)]![places[place]!.month]! += table[place]!;
		return all;
	};
	const ofTown = sums(() => 0, 1);
	const ofVillages = sums((place) => places[place]!.village, villages);
	const ofKinds = sums((place) => occasions.indexOf(places[place]!.kind), occasions.length);
	return {
		townOf: (table: Table) => ofTown(table)[0]!,
		rowsOf: (table: Table) => ofVillages(table).map((row, at) => ({ key: String(at), months: row })),
		kindsOf: (table: Table) =>
			depth === 1 ? [] : ofKinds(table).map((row, at) => ({ key: occasions[at]!, months: row }))
	};
}

interface Line {
	spans: Span[];
	/** What the line leaves of the year. */
	rest: number;
	text: string;
}

function remembered(lineOf: (months: readonly number[]) => Release[]): (months: readonly number[]) => Line {
	const lines = new Map<string, Line>();
	return (months) => {
		const name = months.join();
		const known = lines.get(name);
		if (known) return known;
		const releases = lineOf(months);
		const spans = spansOf(releases, figure);
		const rest = spans.reduce(
			(left, { value }) => left - value,
			months.reduce((sum, month) => sum + month, 0)
		);
		const line = { spans, rest, text: textOf(releases) };
		lines.set(name, line);
		return line;
	};
}

/** The line as it is released. */
function lineOf(months: readonly number[], { lastTotal, isMonthly }: Layout): Release[] {
	const lastTotals = new Map(lastTotal === undefined ? [] : [[figure, lastTotal]]);
	const releases: Release[] = [];
	for (let closedTo = isMonthly ? 1 : 12; closedTo <= 12; closedTo++) {
		const counts = { ...yearOf(year, months.slice(0, closedTo)), closedTo };
		releases.push(
			...tellYear(counts, { releases, lastTotals, earlier: [], lastCoverage: null }).filter(
				({ kind }) => kind === 'line'
			)
		);
	}
	return releases;
}

const textOf = (releases: readonly Release[]) =>
	releases.map(({ kind, fromOn, toOn, cells }) => `${kind} ${fromOn} ${toOn} ${textOfCells(cells)}`).join(';');

const textOfCells = (cells: readonly ReleasedCell[]) =>
	cells.map(({ fromOn, value, shown }) => `${fromOn ?? ''} ${value ?? shown}`).join();

/** Tables that publish the same, seen one after another. */
export class Twins {
	/** Of each publication its cells; -1 where two tables differ. */
	readonly #groups = new Map<string, number[]>();
	tables = 0;

	add(published: string | null, table: Table): void {
		if (published === null) return;
		this.tables++;
		const cells = this.#groups.get(published);
		if (!cells) this.#groups.set(published, [...table]);
		else for (const [at, value] of table.entries()) if (cells[at] !== value) cells[at] = -1;
	}

	/** The publications in which one cell is the same one or two in every table, with the cells. */
	givenAway = (): string[] =>
		[...this.#groups]
			.filter(([, cells]) => cells.some(isFew))
			.map(([published, cells]) => `${cells.join()} ${published}`);
}
