import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../src/boot/install.js';
import { listFiles, readText } from './files';

const atRoot = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
const documents = [...atRoot, ...listFiles('docs').filter((path) => path.endsWith('.md'))];
const exists = (path: string) => existsSync(join(projectRoot, path));

// A decision record keeps the paths of its day.
const current = documents.filter((path) => !/decisions\/\d/.test(path));

test.each(documents)('%s links to files that are there', (document) => {
	const links = [...readText(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
	expect(links.filter((link) => !exists(posix.join(dirname(document), link)))).toEqual([]);
});

test.each(current)('%s names files that are there', (document) => {
	const named = readText(document).matchAll(/`((?:src|tests|drizzle|docs|\.config)\/[\w./()[\]=-]+)`/g);
	const paths = [...named].map(([, path = '']) => path);
	expect(paths.filter((path) => !exists(path))).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s is the front door: two commands, under 120 short lines', (document) => {
	const lines = readText(document).trimEnd().split('\n');
	expect(lines.length).toBeLessThan(120);
	expect(lines.filter((line) => line.length > 150)).toEqual([]);
	expect(lines.join('\n')).toMatch(/^npm start .*\nnpm test /m);
});
