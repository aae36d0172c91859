import { expect, test } from 'vitest';
import { listFiles, readText } from './files';

/** Words that hide who does something. Name the person: the cadre, the villager, the reader, another process. */
const vague = /\b(?:nobody|somebody|whoever|anybody)\b/i;

const comment = /\/\*[\s\S]*?\*\/|(?:^|\s)\/\/\s.*$|<!--[\s\S]*?-->/gm;
const title = /\b(?:test|it|describe)\(\s*(['"`]).*?\1/g;

/** Names that do not say what a thing is. */
const emptyName =
	/(?:\b(?:const|let|function|type|interface|class)\s+\{?\s*|\.\.\.)(?:is)?(?:told|spoken|standing|nearest|said|heard)(?:Of)?\b/gi;

test('comments and test names say who does what', () => {
	const paths = ['src', 'drizzle', 'tests', '.config'].flatMap(listFiles);
	const found = paths
		.filter((path) => /\.(?:ts|js|svelte|css|sql)$/.test(path) && !/^drizzle\/\d|tree\/comments/.test(path))
		.flatMap((path) => {
			const text = readText(path);
			const texts = [
				...text.matchAll(comment),
				...(/^tests\/(?:domain|integration)/.test(path) ? text.matchAll(title) : [])
			];
			return texts.filter(([match]) => vague.test(match)).map(([match]) => `${path}: ${match.trim()}`);
		});
	expect(found).toEqual([]);
});

test('names say what a thing is', () => {
	const paths = ['src', 'drizzle', 'tests', '.config'].flatMap(listFiles);
	const files = paths.filter((path) => /\/(?:told|spoken|standing|nearest|said|heard)\b[^/]*$/i.test(path));
	const found = paths
		.filter((path) => /\.(?:ts|js|svelte)$/.test(path))
		.flatMap((path) => Array.from(readText(path).matchAll(emptyName), ([name]) => `${path}: ${name}`));
	expect([...files, ...found]).toEqual([]);
});
