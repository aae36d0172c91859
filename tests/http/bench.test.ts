import { spawn } from 'node:child_process';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { beforeAll, test } from 'vitest';
import type { Goal } from '../bench/goals';
import { sectionNames } from '../bench/options';
import { expect } from './expect';

/** As small as each part of the bench can be. */
const small =
	'--seconds 0.1 --warm 0.1 --rounds 1 --crowds 4,12 --minutes 0.02 --villages 8 --records 1000 --rows 40 --pages 8';

const bench = ['tests/integration/run-process.js', 'tests/bench/bench.ts', '--json', ...small.split(' ')];

type Found = { goals: Goal[]; figures: Record<string, unknown> };

/** Runs the bench as `npm run bench` does. It ends with an error where an answer is not what it should be. */
async function runBench(): Promise<Found> {
	const child = spawn(process.execPath, bench, { stdio: ['ignore', 'pipe', 'pipe'] });
	const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
	if (!output.startsWith('{')) throw new Error(complaints);
	return JSON.parse(output) as Found;
}

let found: Found;

beforeAll(async () => void (found = await runBench()), 300_000);

test('the bench has figures of every section', () => {
	expect(Object.keys(found.figures)).toEqual(expect.arrayContaining([...sectionNames]));
});

test('every goal of the bench has a name of its own, a bound and a value that is met or not', () => {
	const names = found.goals.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	for (const { name, goal, value, met } of found.goals) {
		expect(goal, name).toMatch(/^[≤≥] \d/);
		// CPU time and memory of another process can be read on Linux alone.
		if (process.platform !== 'linux' && value === null) continue;
		expect(value, name).toBeGreaterThan(0);
		expect(met, name).toBe(goal.startsWith('≤') ? value! <= boundOf(goal) : value! >= boundOf(goal));
	}
});

test('the bench finds every sign-up stored that was acknowledged', () => {
	const { sent, stored } = (found.figures.rush as { stored: { sent: number; stored: number } }).stored;
	expect(sent).toBeGreaterThan(30);
	expect(stored).toBe(sent);
});

const boundOf = (goal: string) => Number(/\d+(\.\d+)?/.exec(goal)![0]);
