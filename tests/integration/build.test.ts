import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { oneAtATime, sourceHash, switchTo } from '../../src/boot/build.js';
import { projectRoot } from '../../src/boot/install.js';
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

	test('is made by one process of a folder at a time, and one that was killed holds up no other', async () => {
		const script = join(folder, 'other.mjs');
		const build = JSON.stringify(pathToFileURL(join(projectRoot, 'src/boot/build.js')).href);
		writeFileSync(
			script,
			`import { oneAtATime } from ${build};
			await oneAtATime(${JSON.stringify(folder)}, () => new Promise((done) => {
				process.send('builds');
				process.on('message', done);
			}));
			process.disconnect();`
		);
		const start = async () => {
			const other = fork(script, { silent: true });
			await once(other, 'message');
			return other;
		};
		const other = await start();
		let isDone = false;
		const waits = oneAtATime(folder, async () => void (isDone = true));
		await sleep(500);
		expect(isDone).toBe(false);
		other.send('go on');
		await waits;
		expect(isDone).toBe(true);

		(await start()).kill('SIGKILL');
		await oneAtATime(folder, async () => void (isDone = false));
		expect(isDone).toBe(false);
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
