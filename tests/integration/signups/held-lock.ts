import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { signUp, type SignUpCommand } from '../../../src/lib/server/signups/signups';
import { isBusy } from '../../../src/lib/server/is-busy';
import { countPeople, newSignup, openSlot } from '../events/open-slot';
import type { TestTown } from '../test-town';

/** An act waits so long for another process. Milliseconds. */
const deadlineMs = 5000;

/**
 * Signs people up while another process holds the lock of the database file for `heldMs`, and checks that reads go on, that each sign-up waits or
 * gives up at its deadline as busy, and that nothing acknowledged is lost. Out: how many were acknowledged, and how many refused.
 */
export async function signUpBesideHeldLock(town: TestTown, heldMs: number) {
	const { slotId } = await openSlot(town, 1000);
	const holder = fork('tests/integration/hold-lock.js', [fileURLToPath(town.url), String(heldMs)]);
	await once(holder, 'message');
	const began = performance.now();
	let isHeld = true;
	holder.once('message', () => (isHeld = false));
	const answers: Promise<Answer>[] = [];
	const reads: number[] = [];
	while (isHeld) {
		answers.push(come(town, newSignup(town, slotId)));
		reads.push(await timed(() => countPeople(town, slotId)));
		await sleep(50);
	}
	expect(performance.now() - began).toBeGreaterThan(heldMs * 0.9);
	expect(Math.max(...reads), 'no read waits for the lock').toBeLessThan(1000);
	const settled = await Promise.all(answers);
	const stored = new Set((await town.ctx.db.$client.execute('select id from signups')).rows.map(({ id }) => id));
	const refused = settled.filter(({ is }) => is !== 'confirmed');
	expect(
		refused.filter(({ is }) => is !== 'database-busy'),
		'as busy'
	).toEqual([]);
	expect(
		refused.filter(({ ms }) => ms < deadlineMs * 0.9),
		'not before its deadline'
	).toEqual([]);
	expect(Math.max(...settled.map(({ ms }) => ms)), 'and not long after').toBeLessThan(deadlineMs + 5000);
	expect(settled.filter(({ id, is }) => stored.has(id) !== (is === 'confirmed'))).toEqual([]);
	const acknowledged = settled.length - refused.length;
	expect(await countPeople(town, slotId)).toEqual({ taken: acknowledged, confirmed: acknowledged });
	return { acknowledged, refused: refused.length };
}

interface Answer {
	id: string;
	is: string;
	ms: number;
}

async function come(town: TestTown, command: SignUpCommand): Promise<Answer> {
	const began = performance.now();
	const answer = await signUp(town.visitor, command).catch((error) => {
		if (isBusy(error)) return { ok: false as const, refusal: 'database-busy' };
		throw error;
	});
	return { id: command.id, is: answer.ok ? answer.status : answer.refusal, ms: performance.now() - began };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
