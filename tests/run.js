// `npm test`: installs, then runs every step in order and ends with "N passed, N failed". `npm test -- unit` runs one step.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile, spawnSync } from 'node:child_process';
import process from 'node:process';
import { explain } from '../src/boot/explain.js';
import { ensureInstalled, projectRoot } from '../src/boot/install.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0 };
const temporary = mkdtempSync(join(tmpdir(), 'xinfeng-test-'));
const startedAt = Date.now();

/** Each step says whether it passed, and adds its tests to the total. */
const steps = {
	check,
	unit,
	build,
	e2e
};

process.chdir(projectRoot);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
	console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm test [-- ${Object.keys(steps).join('|')} …]`);
	process.exit(2);
}

const broken = await firstBroken();
rmSync(temporary, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(broken ? `\n✗ ${broken} failed, after ${seconds} s` : `\n✓ all passed, in ${seconds} s`);
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = broken ? 1 : 0;

/** @returns {Promise<string | null>} the name of the step that stopped the run */
async function firstBroken() {
	try {
		ensureInstalled();
	} catch (error) {
		explain(error);
		total.failed += 1;
		return 'install';
	}
	for (const [name, run] of Object.entries(steps)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
		const failedBefore = total.failed;
		if (await run()) continue;
		// A step that fails without a failed test (a type error, a crash) counts as one.
		if (total.failed === failedBefore) total.failed += 1;
		return name;
	}
	return null;
}

/** Types, lint and format, side by side: each keeps one core busy. What they rest on and git does not hold is made first: the compiled messages and the routes' types. */
async function check() {
	if (!node('src/i18n/compile.js') || !tool('@sveltejs/kit/svelte-kit.js', 'sync')) return false;
	const prettier = [
		'--config',
		'.config/prettier.json',
		'--ignore-path',
		'.gitignore',
		'--log-level',
		'warn',
		'--check',
		'.'
	];
	const passed = await Promise.all([
		beside('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'),
		beside('eslint/bin/eslint.js', '--config', '.config/eslint.js', '--max-warnings', '0', '.').then(
			async (isClean) => (await beside('prettier/bin/prettier.cjs', ...prettier)) && isClean
		)
	]);
	return passed.every(Boolean);
}

/** The domain's and the services' tests. What they open documents with is there before they begin. */
async function unit() {
	const { ensureLibreOffice } = await import('./libreoffice.js');
	if (!attempt(() => void ensureLibreOffice())) return false;
	const file = join(temporary, 'vitest.json');
	const isPassed = tool(
		'vitest/vitest.mjs',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`
	);
	const isCounted = count(file, (report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests
	}));
	return isPassed && isCounted;
}

async function build() {
	const { ensureBuilt } = await import('../src/boot/build.js');
	return attempt(ensureBuilt);
}

/** The tests in a real browser against the built app. One that was skipped has shown nothing: the run fails. */
async function e2e() {
	const { findBrowser } = await import('./e2e/browser.js');
	if (!(await build()) || !attempt(() => void (process.env.CHROMIUM_PATH = findBrowser()))) return false;
	console.log(`Browser: ${process.env.CHROMIUM_PATH}`);
	const file = join(temporary, 'playwright.json');
	process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
	const isPassed = tool(
		'@playwright/test/cli.js',
		'test',
		'--config',
		'tests/e2e/playwright.config.ts',
		'--reporter=list,json'
	);
	const skippedBefore = total.skipped;
	const isCounted = count(file, ({ stats }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: stats.skipped
	}));
	if (total.skipped > skippedBefore) console.log('A browser test was skipped: it counts as a failure of the run.');
	return isPassed && isCounted && total.skipped === skippedBefore;
}

/**
 * Adds a reporter's figures to the total; false when it wrote none.
 * @param {string} file
 * @param {(report: any) => Tally} read
 */
function count(file, read) {
	try {
		const tally = read(JSON.parse(readFileSync(file, 'utf8')));
		total.passed += tally.passed;
		total.failed += tally.failed;
		total.skipped += tally.skipped;
		return tally.failed === 0;
	} catch {
		return false;
	}
}

/** @param {() => void} act */
function attempt(act) {
	try {
		act();
		return true;
	} catch (error) {
		explain(error);
		return false;
	}
}

/**
 * Runs a tool of node_modules with this very Node.
 * @param {string} file
 * @param {string[]} args
 */
function tool(file, ...args) {
	return node(join('node_modules', file), ...args);
}

/**
 * The same beside another; what it says comes out as a whole when it ends.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function beside(file, ...args) {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			[join('node_modules', file), ...args],
			{ maxBuffer: 2 ** 26 },
			(error, stdout, stderr) => {
				process.stdout.write(stdout + stderr);
				resolve(error === null);
			}
		);
	});
}

/** @param {string[]} args */
function node(...args) {
	return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}
