import LibsqlFile from 'libsql';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../app';
import { startDemo } from '../demo';
import { Page } from './page';
import { Session } from './session';
import { openForm } from './signups/sign-up-form';

/** Open requests, and then the database, have this long. Milliseconds. */
const graceMs = 4000;

let app: RunningApp;

beforeAll(async () => void (app = await startDemo()), 300_000);
afterAll(() => app.stop());

interface Sent {
	/** Of a sign-up; null where the form was asked for. */
	id: string | null;
	sentAt: number;
	status?: number;
}

test('a stop in a rush answers whoever was let in, stores what it acknowledged, and ends when all are answered', async () => {
	const form = await formOf(app.address);
	const sent: Sent[] = [];
	const agent = new Agent({ keepAlive: true });
	let isOver = false;
	const goOn = async (isSignup: boolean) => {
		while (!isOver) await send(agent, form, { isSignup, sent }).catch(() => pause(5));
	};
	const senders = Array.from({ length: 100 }, (_, nth) => goOn(nth % 2 === 0));
	await pause(1500);
	const stopped = performance.now();
	process.kill(app.pid, 'SIGTERM');
	while (isRunning(app.pid)) await pause(20);
	const tookMs = performance.now() - stopped;
	isOver = true;
	await Promise.all(senders);

	expect(tookMs, 'connections that are kept do not hold it up').toBeLessThan(graceMs);
	const answered = sent.filter(({ status }) => status !== undefined);
	const wrong = answered.filter(({ id, status }) => status !== (id ? 303 : 200));
	expect(wrong).toEqual([]);
	expect(answered.filter(({ sentAt }) => sentAt > stopped - 100).length).toBeGreaterThan(20);
	const letIn = sent.filter(({ sentAt }) => sentAt < stopped - 100);
	expect(letIn.filter(({ status }) => status === undefined)).toEqual([]);
	const database = new LibsqlFile(join(app.dataDir, 'xinfeng.db'));
	const stored = new Set((database.prepare('select id from signups').all() as { id: string }[]).map(({ id }) => id));
	database.close();
	expect(answered.filter(({ id }) => id && !stored.has(id))).toEqual([]);
});

/** A form for a time with places: its address and its fields. */
async function formOf(address: string) {
	const page = new Page(new Session(address));
	await openForm(page);
	const { href, searchParams } = new URL(page.url());
	const villageId = page.locator('[name=villageId]').first().getAttribute('value')!;
	return { href, slotId: searchParams.get('slot')!, villageId };
}

let nth = 0;

/** Signs a party up, or asks for the form. Rejects where the connection was refused or ended: then the request may never have been read. */
function send(
	agent: Agent,
	{ href, slotId, villageId }: Awaited<ReturnType<typeof formOf>>,
	{ isSignup, sent }: { isSignup: boolean; sent: Sent[] }
): Promise<void> {
	const number = String(nth++).padStart(12, '0');
	const one: Sent = { id: isSignup ? `01990000-0000-7000-8000-${number}` : null, sentAt: performance.now() };
	const fields = {
		id: one.id ?? '',
		slotId,
		villageId,
		name: '试名丁',
		phone: `139${number.slice(-8)}`,
		partySize: '1'
	};
	const headers = {
		accept: 'text/html',
		origin: new URL(href).origin,
		...(isSignup ? { 'content-type': 'application/x-www-form-urlencoded' } : {})
	};
	return new Promise((resolve, reject) => {
		request(href, { method: isSignup ? 'POST' : 'GET', agent, headers }, (answer) => {
			one.status = answer.statusCode;
			answer.resume().on('end', resolve).on('error', reject);
		})
			.on('finish', () => sent.push(one))
			.on('error', reject)
			.end(isSignup ? String(new URLSearchParams(fields)) : undefined);
	});
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
