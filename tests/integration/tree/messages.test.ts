import { describe, expect, test } from 'vitest';
import { listFiles, readText } from './files';

/** The keys of one language, in the order of its files. */
function readKeys(language: string): string[] {
	return listFiles(`src/i18n/${language}`).flatMap((path) => Object.keys(JSON.parse(readText(path)) as object));
}

/** Every match of a pattern's first group in the sources. */
function findAll(pattern: RegExp, texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found)));
}

const keys = readKeys('zh-CN');
const isCode = (key: string) => key.startsWith('errors_');
const codes = keys.filter(isCode).map((key) => key.slice('errors_'.length).replaceAll('_', '-'));
const paths = [...listFiles('src'), ...listFiles('drizzle')].filter((path) => /\.(ts|js|svelte|sql)$/.test(path));

/** The messages whose number is more than 1 in every town: days that are kept, lines at most, signs of a text, repeats that skip. */
const neverOne =
	/^(announce_kit_|announce_rule_some_|birthdays_(window|estimate_formula)$|coverage_known_(none_of|reached)$|donation_|elders_privacy|hours_certificate_text$|lectures_|paper_left_out$|pledges_trends_points_value$|privacy_|questions_desk_lede$|trends_multiples_text$)/;

test('both languages have the same messages, each once', () => {
	expect(readKeys('en').sort()).toEqual([...keys].sort());
	expect(new Set(keys).size).toBe(keys.length);
});

test('every message is used', () => {
	const used = findAll(/\bm\.(\w+)/g, paths.map(readText));
	expect(keys.filter((key) => !isCode(key) && !used.has(key))).toEqual([]);
});

test('an English noun after a number that may be 1 has its singular', () => {
	const noun =
		/\(e?s\)|\{\w+\} (?:(?:more|other) )?(?:people|parties|(?!(?:is|has|was|as|this|says|does|names|needs|goes|asks|wants|replaces|invites|merges|becomes|ends|waits|less)\b)[a-z]+s)\b/;
	const plural = listFiles('src/i18n/en').flatMap((path) =>
		Object.entries(JSON.parse(readText(path)) as Record<string, unknown>)
			.filter(([, text]) => typeof text === 'string' && noun.test(text))
			.map(([key]) => key)
	);
	expect(plural.filter((key) => !neverOne.test(key))).toEqual([]);
});

// `errorText` makes the key of an error from its code, so an error is used where its code is answered.
describe('error codes', () => {
	test('every code that has words is answered by some rule, form or service', () => {
		const literals = findAll(/['":]([a-z][a-z0-9-]*)['"]/g, paths.map(readText));
		expect(codes.filter((code) => !literals.has(code))).toEqual([]);
	});

	test('every code that a form answers has words', () => {
		const forms = paths.filter((path) => path.startsWith('src/lib/forms/')).map(readText);
		/** What forms read and compare, written like a code. */
		const values = ['at-most', 'checked-zero', 'family-meal', 'last-year'];
		const answered = findAll(/'([a-z]+(?:-[a-z0-9]+)+)'/g, forms);
		expect([...answered].filter((code) => !codes.includes(code)).sort()).toEqual(values);
	});
});
