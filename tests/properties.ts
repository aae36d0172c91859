import fc, { type Arbitrary, type Parameters } from 'fast-check';
import { test as plain } from 'vitest';

type Check<Values extends unknown[]> = (...values: Values) => unknown;

/**
 * `test.prop([arbitraries], parameters)(name, check)`: a test that holds for whatever is drawn. What a failure prints says the seed to draw the
 * same again. @fast-check/vitest has the same, but when it is loaded it works out every order of all modifiers of `test`, for three seconds.
 */
const prop =
	<Values extends [unknown, ...unknown[]]>(
		arbitraries: { [At in keyof Values]: Arbitrary<Values[At]> },
		parameters?: Parameters<[Values]>
	) =>
	(name: string, check: Check<Values>) =>
		plain(name, () => {
			const drawn = fc.tuple<Values>(...arbitraries);
			// A check that is not declared async but gives a promise fails: it is no answer to a property.
			if (check.constructor.name !== 'AsyncFunction')
				return fc.assert(
					fc.property(drawn, (values) => check(...values) as boolean | void),
					parameters
				);
			return fc.assert(
				fc.asyncProperty(drawn, async (values) => (await check(...values)) as boolean | void),
				parameters
			);
		});

export const test = Object.assign(plain, { prop });
export { fc };
