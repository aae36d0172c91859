import { expect, test } from 'vitest';
import { listFiles, readText } from './files';

/** Kit, Vite and drizzle-kit use the exports of these by themselves. */
const calledByTools = /^src\/(routes|params|hooks)|^src\/lib\/server\/db\/(.*\/)?schema\//;

const declaration = /^export (?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm;

const files = ['eslint.config.js', 'vite.config.ts', ...['src', 'tests', 'drizzle', '.config'].flatMap(listFiles)]
	.filter((path) => /\.(ts|js|svelte)$/.test(path))
	.map((path) => ({ path, text: withoutComments(readText(path)) }));

/** How often each word occurs in the tree. */
const counts = new Map<string, number>();
for (const { text } of files) {
	for (const [word] of text.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

test('every export is used', () => {
	const unused = files
		.filter(({ path }) => !calledByTools.test(path))
		.flatMap(({ path, text }) => [...text.matchAll(declaration)].map(([, name = '']) => ({ path, name })))
		.filter(({ name }) => counts.get(name) === 1);
	expect(unused).toEqual([]);
});
