import fc, { type Arbitrary, type Parameters } from 'fast-check';
import { test as plain } from 'vitest';

/**
 * `test.prop` as the tests of the domain use it. @fast-check/vitest works out every order of all modifiers of `test` when it is loaded, which
 * would take three seconds a change.
 */
const prop =
	(drawn: readonly Arbitrary<unknown>[], parameters?: Parameters<[unknown[]]>) =>
	(name: string, check: (...values: unknown[]) => unknown) =>
		plain(name, () =>
			fc.assert(
				fc.property(fc.tuple(...drawn), (values) => void check(...values)),
				parameters
			)
		);

export const test = Object.assign(plain, { prop });
export { fc };
