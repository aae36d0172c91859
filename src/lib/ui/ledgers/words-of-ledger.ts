import type { ColumnOf, Ledger } from '$lib/domain/ledgers/ledgers';
import type { ColumnWords } from './column-words';

/** How a ledger is worded, and where it is found. */
export interface WordsOfLedger<L extends Ledger> {
	name(): string;
	/** What it contains and what it leaves out (统计口径). */
	about(): string;
	/** What is assumed where a row leaves something out. */
	defaults(): string;
	/** The page of its records. */
	href: string;
	/** The page of one record, before its id; left out where a record has none of its own. */
	recordHref?: string;
	columns: Record<ColumnOf<L>, ColumnWords>;
}
