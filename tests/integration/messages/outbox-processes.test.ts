import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bundleProcess } from '../bundle-process';
import type { Task } from './outbox-process';
import { startLibsqlServer } from '../libsql-server';
import { dataKey } from '../cast';
import { moveToServer, town, cancelled, gateway, rows, drain, minute, mail, processes, freshTown } from './outbox-town';

freshTown();

describe.each(['file', 'server'])('two processes on one libSQL %s', { timeout: 120_000 }, (where) => {
	it('send each of forty messages once, and share the work', async () => {
		const server = where === 'server' ? await startLibsqlServer() : null;
		if (server) await moveToServer(server.url);
		try {
			await cancelled(40);
			const [one, two] = await Promise.all([ready(), ready()]);
			one.send('begin');
			two.send('begin');
			const messages = await Promise.all([once(one, 'message'), once(two, 'message')]);
			for (const [sent] of messages) expect(sent, 'both sent some, else this shows nothing').not.toBe('sent 0');
			const keys = gateway.got.map(({ headers }) => headers['idempotency-key']);
			expect(keys).toHaveLength(40);
			expect(new Set(keys).size).toBe(40);
			expect((await rows()).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
		} finally {
			await server?.close();
		}
	});
});

describe('several processes on one file', { timeout: 60_000 }, () => {
	it('send once what a process had claimed that was killed before it sent', async () => {
		await cancelled(1);
		const child = await ready({ stopsWithClaim: true });
		child.send('begin');
		await expectMessage(child, 'claimed');
		child.kill('SIGKILL');
		await once(child, 'exit');
		await drain();
		expect(gateway.got, 'the claim still holds').toHaveLength(0);
		town.clock.advance(minute);
		await drain();
		await drain();
		expect(gateway.got).toHaveLength(1);
		expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
	});

	it.each(['email', 'sms'] as const)('never send again by itself what one was killed over: %s', async (channel) => {
		await cancelled(1, channel === 'email' ? { email: 'lu@example.cn' } : {});
		mail.answer('hang');
		gateway.answer(null);
		const got = channel === 'email' ? mail.got : gateway.got;
		const child = await ready();
		child.send('begin');
		await expect.poll(() => got.length, { timeout: 20_000 }).toBe(1);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(await rows()).toMatchObject([{ state: 'sending', attempts: 1 }]);
		mail.answer('take');
		gateway.answer(200);
		for (let i = 0; i < 3; i++) {
			town.clock.advance(400 * minute);
			await drain();
		}
		expect(got).toHaveLength(1);
		expect(await rows()).toMatchObject([{ state: 'in-doubt' }]);
	});
});

async function ready(how: Partial<Task> = {}): Promise<ChildProcess> {
	const child = fork(await bundleProcess('tests/integration/messages/outbox-process.ts'), { execArgv: [] });
	processes.push(child);
	const task: Task = {
		url: town.url,
		dataKey: [...dataKey],
		now: town.ctx.now(),
		smtp: mail.url,
		sms: gateway.url,
		stopsWithClaim: false,
		...how
	};
	child.send(task);
	await expectMessage(child, 'ready');
	return child;
}

async function expectMessage(child: ChildProcess, word: string): Promise<void> {
	const [message] = (await once(child, 'message')) as [string];
	expect(message).toBe(word);
}
