import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, daysBetween } from '../../../src/lib/domain/calendar/calendar';
import { startApp, type RunningApp } from '../../app';
import { loadedDemo } from '../../demo';
import { newPage, signIn } from '../visit';
import { changeRecords } from './change-records';
import { moveAllRecords } from './move-all-records';
import { publicAddresses, readAll } from './public-addresses';
import { withoutWork } from './without-work';

// What the public reads of households comes from releases: whatever is recorded changes no byte of it until the next closing.

const realToday = dateOf(Date.now());
/** The tenth of next month: no month begins on the day after it. */
const tenth = addMonths(`${realToday.slice(0, 8)}10`, 1);
/** A page that many ask for at once is kept for a second. */
const rushMs = 1500;

let folder: string;
let app: RunningApp;
let today: string;
let before: Map<string, string>;

/** Starts the app with its clock on a day to come. */
async function start(on: string): Promise<void> {
	const clock = new URL(`clock-ahead.js?days=${daysBetween(realToday, on)}`, import.meta.url).href;
	app = await startApp({ DATA_DIR: folder }, undefined, { flags: ['--import', clock] });
	today = on;
}

const running = () => ({ origin: app.address, today });
const read = () => readAll(running(), [...before.keys()]);

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-frozen-'));
	cpSync(await loadedDemo(), folder, { recursive: true });
	await start(tenth);
	before = new Map((await publicAddresses(running())).map((address) => [address, '']));
	before = await read();
});

afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** What the desk counts of 2024. */
async function readDesk(): Promise<string> {
	const zhou = newPage(app.address);
	await signIn(zhou, 'zhou');
	return (await zhou.session.get('/desk/figures?year=2024')).text();
}

function differing(after: ReadonlyMap<string, string>, shown = (text: string) => text): string[] {
	return [...before]
		.filter(([address, text]) => shown(text) !== shown(after.get(address)!))
		.map(([address]) => address);
}

it('every public answer stays the same to the byte when records are added, moved and deleted, few or all', async () => {
	expect(before.size).toBeGreaterThan(250);
	const desk = await readDesk();
	await changeRecords(running());
	await pause(rushMs);
	expect(await readDesk(), 'the desk sees it at once').not.toBe(desk);
	await moveAllRecords(folder);
	await pause(rushMs);
	expect(differing(await read())).toEqual([]);
});

it('every public answer on figures stays the same when a day passes', async () => {
	await app.stop();
	await start(addDays(tenth, 1));
	const changed = differing(await read(), withoutWork);
	// Events move with the days.
	expect(changed.filter((address) => !/^\/(api\/v1\/)?events/.test(address))).toEqual([]);
	const lists = [...before.keys()].filter((address) => /^\/(api\/v1|trends)\/figures\?/.test(address));
	expect(lists.length).toBeGreaterThan(10);
	for (const address of lists) expect(withoutWork(before.get(address)!), address).toMatch(/banquets-held/);
});
