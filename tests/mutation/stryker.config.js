import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cache = 'node_modules/.cache/mutation';
const domain = 'src/lib/domain';

/** Of the ledgers, what reads words, dates, cells and rows. What a ledger is made of and how files are joined is tested with real files. */
const ledgers =
	'{*-words,words,column,far-days,ledger-date,ledger-moment,ledger-number,ledger-row,ledger-cell,birth-cell,ledger-unit,*-row,row-rules,unit-in-text,unit-past,zero-line}.ts';

/**
 * `npm run mutation`, see docs/mutation.md: changes the rules one place at a time and says which changes no test notices.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: [
		`${domain}/{figures,releases,birthdays,blood}/*.ts`,
		`${domain}/ledgers/${ledgers}`,
		`${domain}/ledgers/questions/*.ts`,
		`${domain}/ledgers/sheets/cell-marks.js`
	],
	testRunner: 'vitest',
	vitest: { configFile: 'tests/mutation/vitest.config.ts' },
	plugins: ['@stryker-mutator/vitest-runner'],
	coverageAnalysis: 'perTest',
	concurrency: 1,
	// Beside other work, threads that collect garbage together wait for each other longer than they work.
	testRunnerNodeArgs: ['--single-threaded-gc', '--max-semi-space-size=64'],
	// A worker that has run many mutants holds much memory.
	maxTestRunnerReuse: 200,
	timeoutMS: 4000,
	timeoutFactor: 1.2,
	incremental: true,
	incrementalFile: `${cache}/results.json`,
	reporters: ['clear-text', 'progress-append-only', 'json'],
	jsonReporter: { fileName: `${cache}/report.json` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
	// The copy lies outside of the project: within node_modules no test would be found.
	tempDirName: join(tmpdir(), 'xinfeng-mutation'),
	ignorePatterns: ['/*', '!/src', '!/tests', '!/package.json'],
	// Vitest takes the types away. It needs no marks in the files.
	disableTypeChecks: false,
	thresholds: { high: 95, low: 90, break: 90 },
	allowEmpty: false
};
