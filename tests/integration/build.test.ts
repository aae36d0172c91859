import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceHash, switchTo } from '../../src/boot/build.js';
import { folder, freshFolder } from './data-folder';

freshFolder();

describe('the build', () => {
	test('is due when a source is edited, added or touched, not when the messages were compiled anew', () => {
		mkdirSync(join(folder, 'src/lib/paraglide'), { recursive: true });
		const page = join(folder, 'src/page.svelte');
		writeFileSync(page, 'a');
		const before = sourceHash(folder);
		writeFileSync(join(folder, 'src/lib/paraglide/messages.js'), 'compiled');
		expect(sourceHash(folder)).toBe(before);

		utimesSync(page, 1, 1);
		const touched = sourceHash(folder);
		expect(touched).not.toBe(before);
		writeFileSync(join(folder, 'src/new.ts'), '');
		expect(sourceHash(folder)).not.toBe(touched);
	});

	test('lies beside the one before, which a running server goes on with; older ones go', () => {
		const hashes = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
		const inFolder = () => readdirSync(folder).sort();
		for (const hash of hashes.slice(0, 2)) {
			mkdirSync(join(folder, hash.slice(0, 12)));
			switchTo(hash, folder);
		}
		expect(inFolder()).toEqual(['.stamp', 'a'.repeat(12), 'b'.repeat(12)]);
		writeFileSync(join(folder, 'handler.js'), 'of a build as they were before');
		mkdirSync(join(folder, 'c'.repeat(12)));
		switchTo(hashes[2]!, folder);
		expect(inFolder()).toEqual(['.stamp', 'b'.repeat(12), 'c'.repeat(12)]);
		expect(readFileSync(join(folder, '.stamp'), 'utf8')).toBe(hashes[2]);
	});
});
