import { expect, it } from 'vitest';
import { createRandomBytes } from '../../src/lib/server/random-bytes';

it('random bytes are as many as asked for, and are given out once', () => {
	const random = createRandomBytes();
	const nonces = Array.from({ length: 2000 }, () => Buffer.from(random(12)).toString('hex'));
	expect(new Set(nonces.map((nonce) => nonce.length))).toEqual(new Set([24]));
	expect(new Set(nonces).size).toBe(nonces.length);
});

it('random bytes that were given out do not change afterwards', () => {
	const random = createRandomBytes();
	const given = random(12);
	const copy = Buffer.from(given);
	for (let nth = 0; nth < 2000; nth++) random(12);
	expect(Buffer.from(given)).toEqual(copy);
});
