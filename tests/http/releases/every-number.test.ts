import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/lib/domain/calendar/calendar';
import { startApp } from '../../app';
import { loadedDemo } from '../../demo';
import { Page } from '../page';
import { Session } from '../session';
import { signIn } from '../visit';
import { AllowedNumbers } from './allowed-numbers';
import { markReleases } from './marked-releases';
import { readNumbers, type Printed } from './printed-numbers';
import { publicAddresses, readAll, type Running } from './public-addresses';

// Every number in every public answer that comes from releases is a released cell, a sum of such, or what two of them differ by. Two towns
// that differ in nothing but the numbers of their releases show which numbers come from there; what comes from records of households would
// change when these change, and does not (frozen.test.ts). What is left is dates, pages, words, and the town's own work.

interface Read {
	allowed: AllowedNumbers;
	answers: Map<string, string>;
}

/** Reads a town whose nth released number by size is `markOf(nth)`. */
async function readTown(markOf: (nth: number) => number): Promise<Read> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-marked-'));
	cpSync(await loadedDemo(), folder, { recursive: true });
	const allowed = new AllowedNumbers(await markReleases(folder, markOf));
	const app = await startApp({ DATA_DIR: folder });
	try {
		return { allowed, answers: await readAnswers({ origin: app.address, today: dateOf(Date.now()) }) };
	} finally {
		await app.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function readAnswers(running: Running): Promise<Map<string, string>> {
	const addresses = await publicAddresses(running);
	const staff = new Session(running.origin);
	await signIn(new Page(staff), 'zhou');
	const read = [
		...(await readAll(running, addresses)),
		...[...(await readAll(running, addresses, [['lang', 'en']]))].map(
			([path, text]) => [`${path} (en)`, text] as const
		),
		...(await readAll(running, ['/desk/screen', '/desk/screen/latest'], staff.cookies))
	];
	return new Map(read);
}

/** So near each other that both towns draw the same picture. */
const marks = [(nth: number) => 20_011 + 37 * nth, (nth: number) => 20_012 + 37 * nth + (nth % 13)];
let towns: Read[];

beforeAll(async () => {
	towns = [await readTown(marks[0]!), await readTown(marks[1]!)];
});

/** The numbers of an answer that are others in the two towns. */
function releasedNumbers(address: string): [Printed, Printed][] {
	const [one, other] = towns.map(({ answers }) => readNumbers(answers.get(address)!));
	expect(other!.words, `${address} has the same words in both towns`).toBe(one!.words);
	return one!.numbers
		.map((printed, at): [Printed, Printed] => [printed, other!.numbers[at]!])
		.filter(([a, b]) => a.number !== b.number);
}

const isAllowed = (allowed: AllowedNumbers, address: string, number: number, isRate: boolean): boolean =>
	address.startsWith('/reports/') ? allowed.hasRound(number, isRate) : allowed.has(number, isRate);

describe('every public answer', () => {
	it('prints of what is released nothing but cells, sums, differences and rates', () => {
		const seen = new Map<string, number>();
		const others: string[] = [];
		for (const address of towns[0]!.answers.keys()) {
			const released = releasedNumbers(address);
			seen.set(address, released.length);
			for (const pair of released)
				for (const [at, { number, isRate, around }] of pair.entries())
					if (!isAllowed(towns[at]!.allowed, address, number, isRate))
						others.push(`${address}: ${number} in “${around}”`);
		}
		expect(others).toEqual([]);
		const numbered = ['/trends?year=2024', '/trends?year=2024 (en)', '/api/v1/figures?year=2024', '/', '/pledge'];
		for (const address of [...numbered, '/reports/2024', '/reports/2024 (en)'])
			expect(seen.get(address), address).toBeGreaterThan(1);
		expect([...seen.values()].filter((count) => count > 0).length).toBeGreaterThan(100);
	});

	it('holds no list of records, and no account', () => {
		for (const [address, answer] of towns[0]!.answers)
			expect(/"(records|byId|by_id|unitId|unit_id)"\s*:/.test(answer), address).toBe(false);
	});
});

describe('the reading itself', () => {
	it('finds a village’s months, where a page prints them', () => {
		const page = `<html><body><table><tr><th>三星村</th><td>2</td><td>10</td><td>1,203</td><td>−40.0%</td></tr></table></body></html>`;
		expect(readNumbers(page).numbers.map(({ number, isRate }) => [number, isRate])).toEqual([
			[2, false],
			[10, false],
			[1203, false],
			[-40, true]
		]);
		expect(
			readNumbers(page).numbers.filter(({ number, isRate }) => !isRate && towns[0]!.allowed.has(number, isRate))
		).toEqual([]);
	});
});
