import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { createRenderLine, LineFull } from '../../src/lib/server/render-line';

let work: number;
let most: number;
let underWay: number;
let made: string[];
let line: ReturnType<typeof createRenderLine>;

beforeEach(() => {
	[work, most, underWay, made] = [0, 0, 0, []];
	line = createRenderLine({ workDone: () => work });
});

/** Makes a page that keeps the loop busy for so long, and comes a little later. */
const make = (name: string, ms: number) => async () => {
	most = Math.max(most, ++underWay);
	await sleep(1);
	work += ms;
	underWay--;
	made.push(name);
	return name;
};

/** Has two pages of the villages made, which are heavy. */
async function warmUp() {
	for (const name of ['first', 'second']) await line('villages', 'one', make(name, 60));
	made = [];
	most = 0;
}

test('light pages are made at once, all of them', async () => {
	await Promise.all(Array.from({ length: 200 }, (_, nth) => line('event', 'one', make(String(nth), 1))));
	expect([made.length, most]).toEqual([200, 200]);
});

test('a kind of page that turned out to be heavy is made one at a time, and light ones meanwhile', async () => {
	await warmUp();
	const heavy = Promise.all([1, 2, 3].map((nth) => line('villages', 'one', make(`heavy ${nth}`, 60))));
	expect(await line('event', 'two', make('light', 1))).toBe('light');
	expect(made.filter((name) => name.startsWith('heavy')).length).toBeLessThan(2);
	most = 0;
	expect(await heavy).toEqual(['heavy 1', 'heavy 2', 'heavy 3']);
	expect(most).toBe(1);
});

test('those who wait take turns, however many pages one of them asks for, and have time between them', async () => {
	await warmUp();
	const began = performance.now();
	const asked = [1, 2, 3, 4].map((nth) => line('villages', 'one', make(`one ${nth}`, 60)));
	await line('villages', 'two', make('two', 60));
	expect(made, 'after one more of those who came first').toEqual(['one 1', 'one 2', 'two']);
	expect(performance.now() - began, 'as long as that one took').toBeGreaterThan(55);
	await Promise.all(asked);
});

test('one too many is refused, and a failed one gives its place to the next', async () => {
	await warmUp();
	const failing = line('villages', 'two', () => Promise.reject(new Error('broken')));
	const asked = Array.from({ length: 60 }, (_, nth) => line('villages', 'one', make(String(nth), 45)));
	await expect(failing).rejects.toThrow('broken');
	const answers = await Promise.allSettled(asked);
	made = made.filter((name) => /\d/.test(name));
	const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
	expect(refused.length).toBeGreaterThan(0);
	expect(refused.every(({ reason }) => reason instanceof LineFull)).toBe(true);
	expect(made.length).toBe(60 - refused.length);
});

test('a kind that is light again is made at once again', async () => {
	await warmUp();
	await line('villages', 'one', make('light', 1));
	most = 0;
	await Promise.all([1, 2, 3].map((nth) => line('villages', 'one', make(String(nth), 1))));
	expect(most).toBe(3);
});
