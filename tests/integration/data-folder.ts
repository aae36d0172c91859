import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export let folder: string;

/** Makes a folder before each test of a file, and removes it after. */
export function freshFolder(): void {
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'xinfeng-boot-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
}
