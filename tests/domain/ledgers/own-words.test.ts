import { afterEach, expect, test } from 'vitest';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { readChoice } from '../../../src/lib/domain/ledgers/words';
import { ledgerColumnWords } from '../../../src/lib/ui/ledgers/ledger-words';
import { baseLocale, overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';

afterEach(() => overwriteGetLocale(() => baseLocale));

test.each(['zh-CN', 'en'] as const)('a word of a closed list that the software writes is read back (%s)', (locale) => {
	overwriteGetLocale(() => locale);
	const written = Object.entries(ledgerColumnWords).flatMap(([column, { choices }]) =>
		Object.entries(choices ?? {}).map(([value, word]) => ({ column, value, word: word!() }))
	);
	expect(written.length).toBeGreaterThan(60);
	expect(
		written.map(({ column, word, ...one }) => ({
			column,
			word,
			...one,
			value: readChoice(columnFacts(column as LedgerColumn).words!, word)
		}))
	).toEqual(written);
});
