import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../src/boot/install.js';
import { readText } from './files';

/** The tools look for these at the root, and readers expect them there. */
const allowed = {
	folders: ['.ci', '.config', '.github', '.vscode', 'docs', 'drizzle', 'src', 'static', 'tests'],
	documents: [
		'CHANGELOG.md',
		'CODE_OF_CONDUCT.md',
		'CONTRIBUTING.md',
		'LICENSE',
		'README.md',
		'README.zh-CN.md',
		'SECURITY.md'
	],
	tools: [
		'.editorconfig',
		'.gitattributes',
		'.gitignore',
		'.npmrc',
		'.nvmrc',
		'.prettierignore',
		'.prettierrc',
		'drizzle.config.ts',
		'eslint.config.js',
		'package-lock.json',
		'package.json',
		'playwright.config.ts',
		'svelte.config.js',
		'tsconfig.json',
		'vite.config.ts',
		'vitest.config.ts'
	]
};

/** What git ignores at the root: folder names, file names and `*.log`. */
function isIgnored(name: string): boolean {
	const patterns = readText('.gitignore').split('\n');
	return name === '.git' || patterns.some((line) => line === name || line === `${name}/`) || name.endsWith('.log');
}

test('at the root is only what belongs there', () => {
	const names = readdirSync(projectRoot).filter((name) => !isIgnored(name));
	const known = Object.values(allowed).flat();
	expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

test('the documents that a public project needs are there', () => {
	const names = readdirSync(projectRoot);
	for (const name of ['LICENSE', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']) {
		expect(names).toContain(name);
	}
});

test('the licence is the one that package.json names', () => {
	const { license } = JSON.parse(readText('package.json')) as { license: string };
	expect(license).toBe('AGPL-3.0-or-later');
	expect(readText('LICENSE')).toMatch(/^\s+GNU AFFERO GENERAL PUBLIC LICENSE\n\s+Version 3, 19 November 2007\n/);
});
