import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourceHash } from '../../src/boot/build.js';
import { loadDataKey } from '../../src/boot/data-key.js';
import { isInstalled, isSupportedNode, noteInstalled } from '../../src/boot/install.js';
import { readSettings } from '../../src/boot/settings.js';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-boot-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data key', () => {
	const settings = (env = {}) => readSettings({ DATA_DIR: join(folder, 'data'), ...env });
	const keyFile = () => join(folder, 'data', 'data.key');

	test('is made once, 32 bytes, readable by its owner alone', () => {
		const key = loadDataKey(settings());
		expect(key).toHaveLength(32);
		expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
		expect(loadDataKey(settings())).toEqual(key);
	});

	test('is DATA_KEY when that is set, and then leaves no file', () => {
		const key = loadDataKey(settings({ DATA_KEY: 'ab'.repeat(32) }));
		expect(key.toString('hex')).toBe('ab'.repeat(32));
		expect(existsSync(keyFile())).toBe(false);
	});

	test('may not contradict the one the data was encrypted with', () => {
		loadDataKey(settings());
		expect(() => loadDataKey(settings({ DATA_KEY: 'ab'.repeat(32) }))).toThrow(/DATA_KEY differs from the key in/);
	});

	test('is not made anew beside a database that needs the old one', () => {
		loadDataKey(settings());
		writeFileSync(join(folder, 'data', 'xinfeng.db'), '');
		rmSync(keyFile());
		expect(() => loadDataKey(settings())).toThrow(/is gone.*restore data\.key from the backup/);
		expect(() => loadDataKey(settings({ DATABASE_URL: `file://${folder}/data/xinfeng.db` }))).toThrow(/is gone/);
		expect(existsSync(keyFile())).toBe(false);
	});

	test('that is damaged is refused, not replaced', () => {
		mkdirSync(join(folder, 'data'));
		writeFileSync(keyFile(), 'x'.repeat(60));
		expect(() => loadDataKey(settings())).toThrow(/is damaged/);
		expect(readFileSync(keyFile(), 'utf8')).toBe('x'.repeat(60));
	});

	test('is the same for two processes that look for it at the same moment', async () => {
		const module = new URL('../../src/boot/data-key.js', import.meta.url).href;
		// Both spin until the same instant, 100 times over: without `wx` some rounds end with two keys.
		const code = `import { loadDataKey } from '${module}';
			for (let round = 0; round < 100; round++) {
				const dataDir = ${JSON.stringify(folder)} + '/' + round;
				while (Date.now() < ${Date.now() + 700} + round * 5);
				console.log(loadDataKey({ dataDir, databaseUrl: 'file:none', dataKey: null }).toString('hex'));
			}`;
		const [one = '', other] = await Promise.all([output(code), output(code)]);
		expect(one.split('\n')).toHaveLength(101);
		expect(one).toBe(other);
	});

	test('needs a data folder that can be made', () => {
		writeFileSync(join(folder, 'data'), 'a file');
		expect(() => loadDataKey(settings())).toThrow(/DATA_DIR is ".*", which cannot be made/);
	});
});

describe('the install', () => {
	test('is due until its stamp fits the lockfile, and again when the lockfile changes', () => {
		writeFileSync(join(folder, 'package-lock.json'), '{"a":1}');
		expect(isInstalled(folder)).toBe(false);
		mkdirSync(join(folder, 'node_modules'));
		expect(isInstalled(folder)).toBe(false);
		noteInstalled(folder);
		expect(isInstalled(folder)).toBe(true);
		writeFileSync(join(folder, 'package-lock.json'), '{"a":2}');
		expect(isInstalled(folder)).toBe(false);
	});

	test.each([
		['18.20.0', false],
		['20.18.9', false],
		['20.19.0', true],
		['20.20.2', true],
		['21.7.3', false],
		['22.11.0', false],
		['22.12.0', true],
		['24.0.0', true]
	])('on Node %s: %s', (version, isSupported) => {
		expect(isSupportedNode(version)).toBe(isSupported);
	});
});

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

/** What a module prints when run as a process of its own. */
function output(code: string): Promise<string> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
		let said = '';
		child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.once('close', () => resolve(said));
	});
}
