import { isBeforeLedger, type LedgerName } from '$lib/domain/figures/ledger';
import { sayCalendar } from '$lib/domain/birthdays/birth-text';
import { yearOf } from '$lib/domain/calendar/calendar';
import { addedMeaning } from '$lib/domain/ledgers/added-words';
import type { RowReading } from '$lib/domain/ledgers/ledger-cell';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { lineOf } from '$lib/domain/ledgers/sheets/sheet-account';
import { bareWord } from '$lib/domain/ledgers/words';
import type { Import } from '$lib/server/db/ledgers/imports';
import { listDeclared } from '$lib/server/db/figures/ledger-starts';
import { listLedgerWords } from '$lib/server/db/ledgers/ledger-words';
import { isBirthPossible } from '../birthdays/elders';
import { fromLunar } from '../calendar/lunar';
import type { Context } from '../context';

/** How the lines of an import are read: each by what its sheet says of year and village. */
export interface ImportReading {
	of(nth: number): RowReading;
	/** The village (or the unit of the whole file) of a line that names none. */
	villageOf(nth: number): string;
}

/** The index by which a word of the town is found. */
export const wordIndexOf = (ctx: Context, column: LedgerColumn, text: string): string =>
	ctx.keys.blindIndex(`ledger-word:${column}:${bareWord(text)}`);

/** The ledgers of the town whose beginnings hold for the days in a column. */
const ledgerOfColumn: Partial<Record<LedgerColumn, LedgerName>> = {
	plannedOn: 'banquets',
	endedOn: 'banquets',
	wentOn: 'banquets',
	declaredOn: 'declarations',
	on: 'activities',
	receivedOn: 'cases'
};

/** From which day the days in a column may be, as the town declared. */
function declaredOf(starts: ReadonlyMap<LedgerName, string>, column: LedgerColumn): string | null {
	const ledger = ledgerOfColumn[column];
	return (ledger && starts.get(ledger)) ?? null;
}

/** How the lines of an import are read, with the words that the town has explained. */
export async function openReading(ctx: Context, imported: Import): Promise<ImportReading> {
	const { sheets, year, is1904, calendar, villageId, unitId } = imported;
	const headed = new Map(imported.columns.map((column, at) => [column, sayCalendar(imported.headings[at] ?? '')]));
	// A cadre who chose the other calendar for the birth dates has corrected the heading.
	if (headed.get('birth') !== calendar) headed.delete('birth');
	const words = new Map(
		(await listLedgerWords(ctx.db)).map(({ columnName, wordIndex, value }) => [`${columnName}:${wordIndex}`, value])
	);
	const [starts, added] = await Promise.all([listDeclared(ctx.db), ctx.registry()]);
	const today = ctx.today();
	const whole: RowReading = {
		year,
		is1904,
		calendar,
		headedBy: (column) => headed.get(column) ?? null,
		presentYear: yearOf(today),
		toSolar: fromLunar,
		isBirth: (birth) => isBirthPossible(birth, today),
		isBeforeStart: (column, on) => isBeforeLedger(declaredOf(starts, column), on),
		meaningOf: (column, text) =>
			words.size === 0 ? null : (words.get(`${column}:${wordIndexOf(ctx, column, text)}`) ?? null),
		addedMeaning: (column, text) => addedMeaning(added, column, text)
	};
	return {
		of: (nth) => ({ ...whole, year: lineOf(sheets, nth).sheet?.year ?? year }),
		villageOf: (nth) => lineOf(sheets, nth).sheet?.villageId ?? villageId ?? unitId
	};
}
