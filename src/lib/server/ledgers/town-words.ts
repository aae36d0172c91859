import type { Result } from '$lib/domain/result';
import { columnFacts, type LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { addedMeaning } from '$lib/domain/ledgers/added-words';
import { bareWord, readChoice } from '$lib/domain/ledgers/words';
import { deleteLedgerWord, listLedgerWords, upsertLedgerWord } from '$lib/server/db/ledgers/ledger-words';
import type { Context } from '../context';
import { mayActFor, scopeOf } from '../people/rights';
import { recordAct, stampOf, type Statements } from '../record-act';
import { wordIndexOf } from './import-reading';

/** Keeps what a word of the town means in a column; `means` is a word that the software knows, or the name of an added kind. Else nothing is kept. */
export async function rememberWord(
	ctx: Context,
	{ column, word, means }: { column: LedgerColumn; word: string; means: string }
): Promise<Statements> {
	const { isName, values } = addedMeaning(await ctx.registry(), column, means);
	const value = isName ? values[0]! : readChoice(columnFacts(column).words ?? [], means);
	if (value === null || bareWord(word) === '') return [];
	const wordIndex = wordIndexOf(ctx, column, word);
	const wordSealed = ctx.keys.seal(bareWord(word), 'ledger-words.word', wordIndex);
	return [upsertLedgerWord(ctx.db, { columnName: column, wordIndex, wordSealed, value, ...stampOf(ctx) })];
}

/** The words that the town has explained, in clear. */
export async function listTownWords(ctx: Context) {
	return (await listLedgerWords(ctx.db)).map(({ columnName, wordIndex, wordSealed, value }) => ({
		column: columnName,
		wordIndex,
		word: ctx.keys.open(wordSealed, 'ledger-words.word', wordIndex),
		value
	}));
}

/** Forgets a word of the town: it is asked about again. */
export async function forgetWord(
	ctx: Context,
	{ id, column, wordIndex }: { id: string; column: LedgerColumn; wordIndex: string }
): Promise<Result<object, 'not-your-unit'>> {
	const unitId = scopeOf(ctx);
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const act = { id, verb: 'forgetLedgerWord', subject: { type: 'ledger-word', id: column }, unitId };
	return recordAct(ctx, act, [deleteLedgerWord(ctx.db, { columnName: column, wordIndex })]);
}
