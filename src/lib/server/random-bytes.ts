import { randomBytes } from 'node:crypto';

/** So many are fetched from the system at once. */
const fetched = 4096;

/**
 * Random bytes for nonces: they are fetched for many uses at once, since a fetch takes as long as sealing a name. No byte is given out twice.
 * Out: gives so many bytes, at most 4,096.
 */
export function createRandomBytes(): (bytes: number) => Uint8Array {
	let pool = Buffer.alloc(0);
	return (bytes) => {
		if (pool.length < bytes) pool = randomBytes(fetched);
		const given = pool.subarray(0, bytes);
		pool = pool.subarray(bytes);
		return given;
	};
}
