import { describe, expect, test } from 'vitest';
import { listFiles, readText } from './files';

const folder = 'docs/decisions/';
const records = listFiles(folder)
	.filter((path) => /\/\d{4}-/.test(path))
	.sort();
const numbers = records.map(numberOf);

/** The number in a record's file name. */
function numberOf(path: string): number {
	return Number(path.slice(folder.length, folder.length + 4));
}

/** The numbers that a text cites: `decisions/0004`, "decision 4", "decisions 4, 7 and 9". */
function citedIn(text: string): number[] {
	const citations = text.matchAll(/\bdecisions?(?:\/|\s)(\d+(?:(?:,| and) \d+)*)/gi);
	return [...citations].flatMap(([, list = '']) => list.split(/\D+/).map(Number));
}

test('the numbers begin at 1 and have no gap', () => {
	expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test.each(records)('%s begins with its own number', (path) => {
	expect(readText(path)).toMatch(new RegExp(`^# ${numberOf(path)}\\. \\S`));
});

test('the index lists every record once, in order', () => {
	const listed = [...readText(`${folder}README.md`).matchAll(/^- \[(\d+)\]\((\S+)\) \S/gm)];
	expect(listed.map(([, number]) => Number(number))).toEqual(numbers);
	expect(listed.map(([, , file]) => folder + file)).toEqual(records);
});

describe('citations', () => {
	const folders = ['src', 'drizzle', 'tests', 'docs', '.config'];
	const files = [...folders.flatMap(listFiles), 'README.md', 'README.zh-CN.md'];
	const texts = files.filter((path) => /\.(ts|js|svelte|sql|css|md)$/.test(path));

	test('every cited record exists', () => {
		const missing = texts.flatMap((path) => {
			const unknown = citedIn(readText(path)).filter((number) => !numbers.includes(number));
			return unknown.map((number) => `${path} cites decision ${number}`);
		});
		expect(missing).toEqual([]);
	});

	test('a record says by which later one it is superseded', () => {
		const superseded = records.filter((path) => /supersede/i.test(readText(path)));
		expect(superseded.length).toBeGreaterThan(0);
		for (const path of superseded) {
			const [line = ''] = /^Superseded by .*/m.exec(readText(path)) ?? [];
			expect(citedIn(line), path).not.toEqual([]);
			expect(Math.min(...citedIn(line)), path).toBeGreaterThan(numberOf(path));
		}
	});
});
