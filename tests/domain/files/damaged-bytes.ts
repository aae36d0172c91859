import { fc } from '../../properties';

/** A file cut off anywhere before its end, with at least so many bytes left. */
export const cut = (bytes: Uint8Array, least = 0) =>
	fc.integer({ min: least, max: bytes.length - 1 }).map((length) => bytes.slice(0, length));

/** A file with up to six bytes changed, whole or cut off. */
export const damaged = (bytes: Uint8Array) =>
	fc
		.record({
			changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 6 }),
			length: fc.oneof({ weight: 4, arbitrary: fc.constant(bytes.length) }, fc.nat(bytes.length))
		})
		.map(({ changes, length }) => {
			const copy = Uint8Array.from(bytes);
			for (const [at, change] of changes) copy[at]! ^= change;
			return copy.slice(0, length);
		});
