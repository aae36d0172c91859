import { sayCalendar } from '$lib/domain/birthdays/birth-text';
import { originByHeading } from '../banquet-row';
import { bareHeading } from './headings.js';
import type { LedgerLine, LedgerTable } from './ledger-table.js';
import type { SheetAccount } from './sheet-account';

/** A sheet as it was read of a file: how many of its lines hold anything, and its ledger; null: it has none. */
export interface ReadSheet {
	name: string;
	isHidden: boolean;
	lines: number;
	table: LedgerTable | null;
}

/** All sheets of a file that carry a ledger as one list. Lines are numbered on from sheet to sheet. */
export interface JoinedSheets {
	headings: string[];
	lines: LedgerLine[];
	dropped: string[];
	sheets: SheetAccount[];
	/** The titles of the sheets that are read, by their account. */
	titles: ReadonlyMap<SheetAccount, string>;
}

/** What a sheet's heading line says: over each column its heading, and which column of the ledger that is in this sheet; null: none. */
interface Headed {
	heading: string;
	column: string | null;
}

/**
 * Puts the sheets of a file together: 一月, 二月, 三月, each under its own heading. Columns that mean the same in their sheets, or that mean nothing and
 * have the same heading, become one, wherever they are; what only some sheets have is blank in the others. `asked`: only the sheet of this name.
 */
export function joinSheets(
	read: readonly ReadSheet[],
	asked: string | null,
	columnsOf: (headings: readonly string[]) => readonly (string | null)[]
): JoinedSheets {
	const common: Headed[] = [];
	const lines: LedgerLine[] = [];
	const dropped = new Set<string>();
	const titles = new Map<SheetAccount, string>();
	let from = 0;
	const sheets = read.map(({ name, isHidden, lines: all, table }): SheetAccount => {
		const leftOut = reasonOf({ isHidden, isAsked: asked === null || asked === name, table });
		const account: SheetAccount = {
			name,
			lines: all,
			above: table?.above ?? 0,
			leftOut,
			from,
			year: null,
			villageId: null
		};
		if (leftOut !== null || table === null) return account;
		const columns = columnsOf(table.headings);
		const own = table.headings.map((heading, at) => ({ heading, column: columns[at] ?? null }));
		const places = placesOf(own, common);
		for (const line of table.lines) lines.push(moved(line, places, from));
		for (const heading of table.dropped) dropped.add(heading);
		account.year = table.year;
		titles.set(account, table.title);
		from = lines.at(-1)?.nth ?? from;
		return account;
	});
	const headings = common.map(({ heading }) => heading);
	const width = headings.length;
	for (const { cells } of lines) while (cells.length < width) cells.push('');
	return { headings, lines, dropped: [...dropped], sheets, titles };
}

function reasonOf({ isHidden, isAsked, table }: { isHidden: boolean; isAsked: boolean; table: LedgerTable | null }) {
	if (isHidden) return 'hidden';
	if (table === null || table.lines.length === 0) return 'no-heading';
	return isAsked ? null : 'not-asked-for';
}

/** Whether two columns are one. 生日（农历） and 生日（公历） are not, nor are 报备日期 and 发现日期: their headings say how their days are read. */
function isSame(one: Headed, other: Headed): boolean {
	if (one.column !== other.column || sayCalendar(one.heading) !== sayCalendar(other.heading)) return false;
	if (one.column === null) return bareHeading(one.heading) === bareHeading(other.heading);
	return one.column !== 'declaredOn' || originByHeading(one.heading) === originByHeading(other.heading);
}

/** Where each column of a sheet is in the common ones, which grow by what is new. The second of two equal headings is the second there too. */
function placesOf(own: readonly Headed[], common: Headed[]): number[] {
	const taken = new Set<number>();
	return own.map((headed) => {
		const known = common.findIndex((one, at) => !taken.has(at) && isSame(one, headed));
		const place = known < 0 ? common.push(headed) - 1 : known;
		taken.add(place);
		return place;
	});
}

function moved(line: LedgerLine, places: readonly number[], from: number): LedgerLine {
	const cells: string[] = [];
	for (const [at, cell] of line.cells.entries()) cells[places[at]!] = cell;
	return {
		...line,
		nth: from + line.nth,
		cells: Array.from(cells, (cell) => cell ?? ''),
		spread: line.spread.map((at) => places[at]!),
		above: Object.fromEntries(Object.entries(line.above).map(([at, nth]) => [places[Number(at)]!, from + nth]))
	};
}
