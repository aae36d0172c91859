import { sayCalendar } from '$lib/domain/birthdays/birth-text';
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

/**
 * Puts the sheets of a file together: 一月, 二月, 三月, each under its own heading. Columns of the same heading become one, wherever they are; what
 * only some sheets have is blank in the others. `asked`: only the sheet of this name.
 */
export function joinSheets(read: readonly ReadSheet[], asked: string | null): JoinedSheets {
	const headings: string[] = [];
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
		const places = placesOf(table.headings, headings);
		for (const line of table.lines) lines.push(moved(line, places, from));
		for (const heading of table.dropped) dropped.add(heading);
		account.year = table.year;
		titles.set(account, table.title);
		from = lines.at(-1)?.nth ?? from;
		return account;
	});
	const width = headings.length;
	for (const { cells } of lines) while (cells.length < width) cells.push('');
	return { headings, lines, dropped: [...dropped], sheets, titles };
}

function reasonOf({ isHidden, isAsked, table }: { isHidden: boolean; isAsked: boolean; table: LedgerTable | null }) {
	if (isHidden) return 'hidden';
	if (table === null || table.lines.length === 0) return 'no-heading';
	return isAsked ? null : 'not-asked-for';
}

/** Whether two headings are the same. 生日（农历） and 生日（公历） are not, though brackets do not count. */
const isSameHeading = (one: string, other: string) =>
	bareHeading(one) === bareHeading(other) && sayCalendar(one) === sayCalendar(other);

/** Where each heading of a sheet is in the common ones, which grow by what is new. The second of two equal headings is the second there too. */
function placesOf(own: readonly string[], common: string[]): number[] {
	const taken = new Set<number>();
	return own.map((heading) => {
		const known = common.findIndex((one, at) => !taken.has(at) && isSameHeading(one, heading));
		const place = known < 0 ? common.push(heading) - 1 : known;
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
