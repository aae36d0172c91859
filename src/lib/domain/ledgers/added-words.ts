import type { AddedKindId, AddedWork } from '../activities/added-work';
import type { LedgerColumn } from './ledgers';
import { bareWord } from './words';

/** What a cell may mean of what the town added. `isName`: it is the whole name of one, and so means nothing else. */
export interface AddedMeaning {
	isName: boolean;
	values: readonly AddedKindId[];
}

/** The added kinds of work that a cell of a column of kinds may mean: by its name one alone, else all that have the word. */
export function addedMeaning({ kinds }: AddedWork, column: LedgerColumn, text: string): AddedMeaning {
	if (column !== 'kind' && column !== 'zeroKind') return { isName: false, values: [] };
	const typed = bareWord(text);
	const named = kinds.filter(({ name, nameEn }) => [name, nameEn ?? name].some((one) => bareWord(one) === typed));
	const found = named.length > 0 ? named : kinds.filter(({ words }) => words.some((word) => bareWord(word) === typed));
	return { isName: named.length > 0, values: found.map(({ id }) => id) };
}
