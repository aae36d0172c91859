import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These go through so many cases that they take seconds. What a short test finds, they need not find. */
const long = /(each-age-once|twins|attack-on-|running-year|small-numbers|certainty|rate-comparison|forecast)[\w-]*\.test\.ts$/;

/** Long tests last: the first test that fails ends a run. */
class ShortFirst extends BaseSequencer {
	override sort(files: TestSpecification[]) {
		const rank = ({ moduleId }: TestSpecification) => (long.test(moduleId) ? 1 : 0);
		return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1)));
	}
}

/** The tests of the domain for `npm run mutation`, without those of what is shown: they need the compiled messages. */
export default defineConfig({
	resolve: { alias: { $lib: resolve('src/lib') } },
	test: {
		include: ['tests/domain/**/*.test.ts'],
		exclude: ['tests/domain/{qr-code,formatters}.test.ts', 'tests/domain/figures/chart-file.test.ts'],
		setupFiles: ['tests/mutation/same-draws.ts'],
		sequence: { sequencer: ShortFirst },
		pool: 'threads',
		isolate: false,
		testTimeout: 60_000
	}
});
