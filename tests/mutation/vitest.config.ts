import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These go through many cases. What a short test finds, they need not find. */
const long = /(running-year|small-numbers|certainty|rate-comparison|forecast)\.test\.ts$/;

/** Long tests last: the first test that fails ends a run. */
class ShortFirst extends BaseSequencer {
	override sort(files: TestSpecification[]) {
		const rank = ({ moduleId }: TestSpecification) => (long.test(moduleId) ? 1 : 0);
		return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1)));
	}
}

/**
 * The tests of the domain for `npm run mutation`. Those of what is shown are left out, as they need the compiled messages, and those that go
 * through all births or all small towns, or solve for what is withheld: they take seconds, and what they alone would find deserves a short test.
 */
export default defineConfig({
	resolve: { alias: { $lib: resolve('src/lib') } },
	test: {
		include: ['tests/domain/{figures,releases,ledgers,birthdays,blood}/*.test.ts'],
		exclude: [
			'tests/domain/figures/chart-file.test.ts',
			'tests/domain/ledgers/own-words.test.ts',
			'tests/domain/birthdays/each-age-once.test.ts',
			'tests/domain/releases/{twins,attack-on}*.test.ts'
		],
		setupFiles: ['tests/mutation/same-draws.ts'],
		sequence: { sequencer: ShortFirst },
		pool: 'threads',
		isolate: false,
		testTimeout: 60_000
	}
});
