// `npm test`: installs, then runs every step and ends with "N passed, N failed". `npm test -- lint unit` runs these steps alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { explain } from '../src/boot/explain.js';
import { ensureInstalled, projectRoot } from '../src/boot/install.js';

/** Rows run one after the other; the lanes of a row side by side, for two cores; the steps of a lane in order. */
const plan = [
	[['install']],
	[['system']],
	[['prepare']],
	[
		['types', 'build'],
		['lint', 'format']
	],
	[['unit']],
	[['http']],
	[['e2e']]
];

/** What every other step needs; quick when there is nothing to do. */
const always = ['install', 'prepare'];

/** @type {import('./steps.js').Tally} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Record<string, number>} seconds of each step */
const times = {};
/** @type {string[]} */
const broken = [];
const folder = mkdtempSync(join(tmpdir(), 'xinfeng-test-'));
const startedAt = performance.now();

process.chdir(projectRoot);
const choice = plan.flat(2).filter((name) => !always.includes(name));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !choice.includes(name));
if (unknown.length > 0) {
	console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm test [-- ${choice.join('|')} …]`);
	process.exit(2);
}

for (const row of plan) {
	await Promise.all(row.map(runLane));
	if (broken.length > 0) break;
}
rmSync(folder, { recursive: true, force: true });
report();
process.exitCode = broken.length > 0 ? 1 : 0;

/** @param {string[]} lane */
async function runLane(lane) {
	for (const name of lane) {
		if (wanted.length > 0 && !wanted.includes(name) && !always.includes(name)) continue;
		const began = performance.now();
		if (!(await runStep(name))) broken.push(name);
		times[name] = (performance.now() - began) / 1000;
	}
}

/**
 * Adds the step's tests to the total. Out: whether it passed.
 * @param {string} name
 */
async function runStep(name) {
	console.log(`── ${name} ${'─'.repeat(60 - name.length)}`);
	try {
		if (name === 'install') {
			ensureInstalled();
			return true;
		}
		// Only now is there what the other steps import.
		const { steps } = await import('./steps.js');
		const step = /** @type {import('./steps.js').Step} */ (steps[name]);
		const tally = await step(folder, wanted.length === 0);
		total.passed += tally.passed;
		total.failed += tally.failed;
		total.skipped += tally.skipped;
		return tally.failed === 0;
	} catch (error) {
		explain(error);
		total.failed += 1;
		return false;
	}
}

function report() {
	const parts = Object.entries(times).map(([name, seconds]) => `${name} ${seconds.toFixed(0)} s`);
	const all = ((performance.now() - startedAt) / 1000).toFixed(0);
	const end = broken.length > 0 ? `✗ ${broken.join(', ')} failed, after` : '✓ all passed, in';
	const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
	console.log(`\n${parts.join(' · ')}\n${end} ${all} s`);
	console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
}
