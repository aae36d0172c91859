import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from '../src/boot/build.js';
import { findBrowser } from './e2e/browser.js';
import { ensureLibreOffice } from './libreoffice.js';

/**
 * Tests counted. What has no tests counts one failure when it fails.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * In: a folder for reports, and whether all steps run. Throws when something is missing on this machine.
 * @typedef {(folder: string, isWhole: boolean) => Promise<Tally>} Step
 */

const lintCache = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** @type {Record<string, Step>} */
export const steps = {
	/** What the tests open pages and documents with; on a bare Debian its packages are installed. */
	async system() {
		ensureLibreOffice();
		process.env.CHROMIUM_PATH = findBrowser();
		return nothing;
	},
	/** What git does not hold and the other steps read: the compiled messages and the routes' types. */
	async prepare() {
		return passOrFail((await run('src/i18n/compile.js')) && (await run(kit, 'sync')));
	},
	async types() {
		return passOrFail(await runAside(svelteCheck, '--tsconfig', './tsconfig.json', '--fail-on-warnings'));
	},
	/** Rules that need types judge a file by others too, which ESLint's cache does not see: a whole run does without it. */
	async lint(_, isWhole) {
		return passOrFail(await runAside(eslint, '--max-warnings', '0', ...(isWhole ? [] : lintCache), '.'));
	},
	async format() {
		return passOrFail(
			await runAside(prettier, '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '--check', '.')
		);
	},
	async build() {
		await ensureBuilt();
		return nothing;
	},
	async unit(folder) {
		ensureLibreOffice();
		return runVitest(folder, 'domain', 'integration');
	},
	http: (folder) => runVitest(folder, 'http'),
	/** The tests in a real browser against the built app. One that was skipped has shown nothing: it counts as failed. */
	async e2e(folder) {
		const file = join(folder, 'playwright.json');
		process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
		const isPassed = await run(playwright, 'test', '--reporter=list,json');
		const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats;
		return tallied(isPassed, { passed: expected, failed: unexpected + flaky + skipped, skipped });
	}
};

const kit = 'node_modules/@sveltejs/kit/svelte-kit.js';
const svelteCheck = 'node_modules/svelte-check/bin/svelte-check';
const eslint = 'node_modules/eslint/bin/eslint.js';
const prettier = 'node_modules/prettier/bin/prettier.cjs';
const vitest = 'node_modules/vitest/vitest.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';

/**
 * @param {string} folder
 * @param {string[]} projects
 */
async function runVitest(folder, ...projects) {
	const file = join(folder, 'vitest.json');
	const chosen = projects.flatMap((name) => ['--project', name]);
	const isPassed = await run(
		vitest,
		'run',
		...chosen,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`
	);
	const report = JSON.parse(readFileSync(file, 'utf8'));
	return tallied(isPassed, {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests
	});
}

/**
 * A run can fail without a failed test, by an error outside of them.
 * @param {boolean} isPassed
 * @param {Tally} tally
 */
function tallied(isPassed, tally) {
	return isPassed || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

/** @param {boolean} isPassed */
function passOrFail(isPassed) {
	return tallied(isPassed, nothing);
}

/**
 * Runs a script with this very Node. Out: whether it ended well.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function run(script, ...args) {
	const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
	return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}

/**
 * The same beside another: what it says comes out as a whole when it ends.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function runAside(script, ...args) {
	const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	/** @type {Buffer[]} */
	const output = [];
	child.stdout.on('data', (chunk) => output.push(chunk));
	child.stderr.on('data', (chunk) => output.push(chunk));
	return new Promise((resolve) =>
		child.once('close', (code) => {
			process.stdout.write(Buffer.concat(output));
			resolve(code === 0);
		})
	);
}
