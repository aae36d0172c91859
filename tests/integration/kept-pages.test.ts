import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeptPages, KeptPage } from '../../src/lib/server/kept-pages';

const page = (text: string) => new KeptPage([['etag', text]], text);
const textOf = (kept: KeptPage | null) => kept && new TextDecoder().decode(kept.body);

let state: number;
let clock: number;
let made: number;
let pages: ReturnType<typeof createKeptPages>;

beforeEach(() => {
	[state, clock, made] = [1, 600_000, 0];
	pages = createKeptPages({ stateOf: () => state, now: () => clock });
});

const ask = (key = 'a', text = () => `state ${state}`) =>
	pages
		.get(key, () => {
			made++;
			return Promise.resolve(page(text()));
		})
		.then(textOf);

describe('a kept page', () => {
	it('is made once for many who ask at once, and for those who ask later', async () => {
		expect(new Set(await Promise.all(Array.from({ length: 50 }, () => ask())))).toEqual(new Set(['state 1']));
		await ask();
		expect(made).toBe(1);
	});

	it('is made for each address by itself', async () => {
		expect([await ask('a', () => 'A'), await ask('b', () => 'B'), await ask('a', () => 'other')]).toEqual([
			'A',
			'B',
			'A'
		]);
	});

	it('ends with the next write', async () => {
		await ask();
		state = 2;
		expect(await ask()).toBe('state 2');
	});

	it('ends with the minute, also when the clock is put back', async () => {
		await ask();
		clock += 59_999;
		await ask();
		expect(made).toBe(1);
		clock += 1;
		await ask();
		clock -= 300_000;
		await ask();
		expect(made).toBe(3);
	});

	it('lives for a second in a rush, whatever is written', async () => {
		for (let nth = 0; nth < 10; nth++) await ask();
		state = 2;
		clock += 999;
		expect(await ask()).toBe('state 1');
		clock += 1;
		expect(await ask()).toBe('state 2');
	});

	it('lives for a second in a rush also when something is written between any two who ask', async () => {
		for (let nth = 0; nth < 200; nth++) {
			await ask();
			state++;
			clock += 10;
		}
		expect(made, 'ten until it is a rush, then one a second').toBeLessThanOrEqual(12);
		clock += 2000;
		expect(await ask(), 'and after the rush as ever').toBe(`state ${state}`);
	});

	it('is in a rush, too, when all ask while it is made, and is then made once for them', async () => {
		let finish = () => {};
		const slow = () =>
			pages.get('a', async () => {
				made++;
				const read = page(`state ${state}`);
				await new Promise<void>((resolve) => (finish = resolve));
				return read;
			});
		const asked = Array.from({ length: 10 }, slow);
		state = 2;
		asked.push(slow());
		finish();
		expect(new Set((await Promise.all(asked)).map(textOf))).toEqual(new Set(['state 1']));
		state = 3;
		expect(await ask()).toBe('state 1');
		expect(made).toBe(1);
	});

	it('is in no rush when others are', async () => {
		for (let nth = 0; nth < 20; nth++) await ask('b');
		await ask('a');
		state = 2;
		expect([await ask('a'), await ask('b')]).toEqual(['state 2', 'state 1']);
	});

	it('that was being made when something was written is not given to who asks after it', async () => {
		const before = pages.get('a', async () => {
			const read = page(`state ${state}`);
			await new Promise((resolve) => setTimeout(resolve, 5));
			return read;
		});
		state = 2;
		expect(await ask()).toBe('state 2');
		expect(textOf(await before)).toBe('state 1');
		expect(await ask(), 'and it does not take the place of the newer one').toBe('state 2');
	});

	it('that is another for each who asks is made for each', async () => {
		const own = () => pages.get('form', () => Promise.resolve((made++, null)));
		expect([await own(), await own()]).toEqual([null, null]);
		expect(made, 'by the caller, who knows that there is none to share').toBe(1);
	});

	it('whose making failed is made anew', async () => {
		await expect(pages.get('a', () => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
		expect(await ask()).toBe('state 1');
	});

	it('goes when there are too many, the oldest first', async () => {
		await ask('oldest');
		for (let nth = 0; nth < 1000; nth++) await ask(String(nth));
		made = 0;
		await ask('999');
		await ask('oldest');
		expect(made).toBe(1);
	});

	it('is packed once for each encoding, and unpacks to the same', async () => {
		const kept = page('新风'.repeat(500));
		const [br, again, gzip] = await Promise.all([kept.bodyIn('br'), kept.bodyIn('br'), kept.bodyIn('gzip')]);
		expect(br).toBe(again);
		expect([brotliDecompressSync(br).toString(), gunzipSync(gzip).toString()]).toEqual(
			Array(2).fill('新风'.repeat(500))
		);
		expect(br.length).toBeLessThan(100);
	});
});
