import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import { ledgerWords } from '../schema/ledgers/imports';
import type { Statement } from '../statement';

export type LedgerWord = typeof ledgerWords.$inferSelect;

/** The words that the town has explained, the oldest first. */
export const listLedgerWords = (db: Database): PromiseLike<LedgerWord[]> =>
	db.select().from(ledgerWords).orderBy(asc(ledgerWords.at), asc(ledgerWords.columnName));

/** Keeps what a word means; explained anew, it means that from now on. */
export const upsertLedgerWord = (db: Database, word: LedgerWord): Statement =>
	db
		.insert(ledgerWords)
		.values(word)
		.onConflictDoUpdate({
			target: [ledgerWords.columnName, ledgerWords.wordIndex],
			set: { wordSealed: word.wordSealed, value: word.value, at: word.at, byId: word.byId }
		});

/** Forgets a word: it is asked about again. */
export const deleteLedgerWord = (
	db: Database,
	{ columnName, wordIndex }: Pick<LedgerWord, 'columnName' | 'wordIndex'>
): Statement =>
	db.delete(ledgerWords).where(and(eq(ledgerWords.columnName, columnName), eq(ledgerWords.wordIndex, wordIndex)));
