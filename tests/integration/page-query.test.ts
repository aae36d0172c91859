import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAddress, readQuery } from '../../src/lib/server/page-query';

test('a page keeps what it reads of a query, once and in one order', () => {
	expect(readQuery('/trends/villages', '?z=1')).toBe('');
	expect(readQuery('/trends/villages', '?villages=2&z=1&year=2024&year=2023')).toBe('?year=2024&villages=2');
	expect(readQuery('/trends', '?from=2024年3月&to=')).toBe(readQuery('/trends', '?to=&from=2024%E5%B9%B43%E6%9C%88'));
	expect(readQuery('/', '?from=groupmessage')).toBe('');
	expect(readQuery('/events', '?kind=lecture')).toBe('?kind=lecture');
});

test('a page of which it is not known keeps all of it', () => {
	for (const address of ['/pledge?for=cadre&x=1', '/trendsetters?x=1', '/privacy', '/events/1?x=1'])
		expect(readAddress(address)).toBe(address);
	expect(readAddress('/privacy?x=1')).toBe('/privacy');
});

/** The sources of a folder, or one file. */
const sourcesOf = (path: string): string[] =>
	statSync(path).isDirectory()
		? readdirSync(path).flatMap((name) => sourcesOf(join(path, name)))
		: [readFileSync(path, 'utf8')];

const asked = /(?:searchParams|query)\.(?:get|has|getAll)\('(\w+)'\)|numberedPage\([^)]*name: '(\w+)'/g;

test.each([
	['/', ['src/routes/(public)/+page.server.ts', 'src/routes/(public)/+page.svelte']],
	['/privacy', ['src/routes/(public)/privacy']],
	['/events', ['src/routes/(public)/events/+page.server.ts', 'src/routes/(public)/events/+page.svelte']],
	[
		'/trends',
		[
			'src/routes/(public)/trends',
			'src/routes/trend-page.ts',
			'src/routes/village-pages.ts',
			'src/lib/server/figures/report-period.ts',
			'src/lib/server/page-links.ts'
		]
	]
])('what the sources of %s read of a query is kept', (path, files) => {
	const names = files
		.flatMap(sourcesOf)
		.flatMap((source) => [...source.matchAll(asked)].map(([, first, second]) => (first ?? second)!))
		.filter((name) => path !== '/trends' || !['before', 'after'].includes(name));
	for (const name of names) expect(readQuery(path, `?${name}=1`), name).toBe(`?${name}=1`);
});
