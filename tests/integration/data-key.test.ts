import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDataKey } from '../../src/boot/data-key.js';
import { readSettings } from '../../src/boot/settings.js';
import { folder, freshFolder } from './data-folder';

freshFolder();

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

/** What a module prints when run as a process of its own. */
function output(code: string): Promise<string> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
		let output = '';
		child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
		child.once('close', () => resolve(output));
	});
}
