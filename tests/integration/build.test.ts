import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceHash } from '../../src/boot/build.js';
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
});
