import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../app';
import { startDemo } from '../demo';
import { Page } from './page';
import { Session } from './session';
import { fill, openForm, send } from './signups/sign-up-form';

let app: RunningApp;

beforeAll(async () => void (app = await startDemo()), 300_000);
afterAll(() => app.stop());

test('a stop while another process holds the database answers the forms that wait, and ends with 0', async () => {
	const villagers = await Promise.all(
		['138 0000 4481', '138 0000 4482', '138 0000 4483'].map(async (phone) => {
			const villager = new Page(new Session(app.address));
			await openForm(villager);
			fill(villager, phone);
			return villager;
		})
	);
	const holder = fork('tests/integration/hold-lock.js', [join(app.dataDir, 'xinfeng.db'), '12000']);
	await once(holder, 'message');
	const sent = Promise.all(villagers.map((villager) => send(villager)));
	await pause(1000);
	process.kill(app.pid, 'SIGTERM');
	await sent;
	for (const villager of villagers) expect(villager.content()).toContain('这会儿正忙，没有办成');
	expect(await app.ended).toBe(0);
	holder.kill();
});
