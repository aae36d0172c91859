import { yearOf } from '$lib/domain/calendar/calendar';
import type { RowReading } from '$lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { lineOf } from '$lib/domain/ledgers/sheet-account';
import { bareWord } from '$lib/domain/ledgers/words';
import type { Import } from '$lib/server/db/ledgers/imports';
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

/** How the lines of an import are read, with the words that the town has explained. */
export async function openReading(ctx: Context, imported: Import): Promise<ImportReading> {
	const { sheets, year, is1904, calendar, villageId, unitId } = imported;
	const words = new Map(
		(await listLedgerWords(ctx.db)).map(({ columnName, wordIndex, value }) => [`${columnName}:${wordIndex}`, value])
	);
	const today = ctx.today();
	const whole: RowReading = {
		year,
		is1904,
		calendar,
		presentYear: yearOf(today),
		toSolar: fromLunar,
		isBirth: (birth) => isBirthPossible(birth, today),
		meaningOf: (column, text) =>
			words.size === 0 ? null : (words.get(`${column}:${wordIndexOf(ctx, column, text)}`) ?? null)
	};
	return {
		of: (nth) => ({ ...whole, year: lineOf(sheets, nth).sheet?.year ?? year }),
		villageOf: (nth) => lineOf(sheets, nth).sheet?.villageId ?? villageId ?? unitId
	};
}
