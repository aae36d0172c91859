import { isBornLate, type BirthDate } from '../birthdays/elder';
import { findFarDays } from './far-days';
import { isBlank } from './sheets/blank-cells.js';
import { faultOf, readCell, type CellValue, type RowReading } from './ledger-cell';
import { columnFacts, ledgerDefinitions, type Ledger, type LedgerColumn } from './ledgers';
import type { CellFault } from './row-faults';
import { faultOfText } from './sheets/cell-marks.js';
import { findUndone } from './questions/undone-words';
import { bareWord } from './words';
import { findNone, zeroLineOf } from './zero-line';

/** The texts of a row by column; what the file has no column for is left out. */
export type RowTexts = Partial<Record<LedgerColumn, string>>;

export type RowValues = Partial<Record<LedgerColumn, CellValue>>;

/** Every cell of a row read by what its column holds; an empty cell has no value. `sure`: columns that a cadre has said are right as they are. */
export function readRow(
	ledger: Ledger,
	texts: RowTexts,
	reading: RowReading,
	sure: readonly LedgerColumn[] = []
): { values: RowValues; faults: CellFault[] } {
	const none = findNone(ledger, texts);
	if (none) return { values: {}, faults: [{ column: none, fault: 'says-none' }] };
	const isAdded = (word: string) => reading.addedMeaning('zeroKind', word).values.length > 0;
	const zero = zeroLineOf(texts, isAdded);
	const read = readCells(ledger, zero ?? texts, reading, sure);
	const asked = [
		...findUndone(ledger, read.values),
		...findFarDays(ledger, read.values),
		...findBornLate(read.values, reading)
	];
	read.faults.push(...asked.filter(({ column }) => !sure.includes(column)));
	return zero ? { ...read, faults: read.faults.map(ofZero) } : read;
}

/** An elder who is too young for any village's banquets. */
const findBornLate = ({ birth }: RowValues, { presentYear }: RowReading): CellFault[] =>
	birth !== undefined && isBornLate(birth as BirthDate, presentYear) ? [{ column: 'birth', fault: 'birth-late' }] : [];

/** What a line says that there was none of may be work that is not reported month by month. */
const ofZero = (one: CellFault): CellFault =>
	one.fault === 'choice-unknown' ? { ...one, fault: 'zero-not-reported' } : one;

function readCells(
	ledger: Ledger,
	texts: RowTexts,
	reading: RowReading,
	sure: readonly LedgerColumn[]
): { values: RowValues; faults: CellFault[] } {
	const values: RowValues = {};
	const faults: CellFault[] = [];
	const { columns, required } = ledgerDefinitions[ledger];
	for (const column of columns) {
		const text = (texts[column] ?? '').trim();
		const broken = faultOfText(text);
		if (broken) faults.push({ column, fault: broken });
		const { kind } = columnFacts(column);
		const isTotal = required.includes(column) && saysTotal(text);
		if (isTotal) faults.push({ column, fault: 'says-total' });
		if (broken || isTotal || kind === 'unit' || isBlank(text) || (kind === 'phone' && saysNone(text))) continue;
		const read = readCell(column, { text, calendar: texts.calendar ?? '' }, reading);
		if ('fault' in read && !('value' in read && sure.includes(column))) faults.push({ column, ...faultOf(read) });
		if ('value' in read) values[column] = read.value;
	}
	return { values, faults };
}

/** A sum under a list, in a cell that tells what the row is of: 合计, 三星村合计. */
const saysTotal = (text: string) => /^.{0,5}(?:合计|小计|总计|共计|累计)$/u.test(bareWord(text));

/** Where a telephone is asked for: there is none. */
const saysNone = (text: string) =>
	/^(无|没有|没得|暂无|不详|未知|不知道|未提供|没留|无电话|没有电话|none|n\/a)$/iu.test(
		text.normalize('NFKC').replace(/\s/gu, '')
	);
