import * as v from 'valibot';
import { columnFacts, isLedgerColumn } from '$lib/domain/ledgers/ledgers';
import { id } from '../fields';

/** A word of the town that is forgotten, by its column and its index. */
export const forgetWordForm = v.object({
	id,
	column: v.custom<Parameters<typeof columnFacts>[0]>(isLedgerColumn),
	wordIndex: v.pipe(v.string(), v.maxLength(100))
});
