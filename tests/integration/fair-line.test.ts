import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { createFairLine } from '../../src/boot/fair-line.js';

const response = (destroyed = false) => Object.assign(new EventEmitter(), { destroyed }) as unknown as ServerResponse;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Keeps the thread busy. */
function work(ms: number): void {
	for (const until = performance.now() + ms; performance.now() < until;);
}

it('requests are begun in the order they came, newcomers between them, and none of those whose sender has left', async () => {
	const inLine = createFairLine();
	const begun: string[] = [];
	for (let nth = 0; nth < 6; nth++)
		inLine(response(nth === 2), () => {
			begun.push(String(nth));
			work(5);
		});
	let hasCome = false;
	// As the loop accepts a connection: in a turn of its own.
	setTimeout(() => {
		hasCome = true;
		begun.push('accepted');
		inLine(response(), () => begun.push('newcomer'));
	}, 1);
	while (!begun.includes('newcomer')) await turn();
	expect(hasCome).toBe(true);
	expect(begun.filter((name) => /\d/.test(name))).toEqual(['0', '1', '3', '4', '5']);
	expect(begun.indexOf('accepted'), 'not only after all who were there').toBeLessThan(3);
	expect(begun.at(-1)).toBe('newcomer');
});

it('what takes no time does not wait for a turn each', async () => {
	const inLine = createFairLine();
	let begun = 0;
	for (let nth = 0; nth < 24; nth++) inLine(response(), () => begun++);
	for (let turns = 0; turns < 4; turns++) await turn();
	expect(begun).toBe(24);
	inLine(response(), () => begun++);
	await turn();
	await turn();
	expect(begun, 'and it begins again when it was empty').toBe(25);
});
