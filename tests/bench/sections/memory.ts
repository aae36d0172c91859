import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../apps';
import { atMost } from '../goals';
import { load, type Target } from '../load/load';
import { posting } from '../load/request';
import { rounded, spreadOf } from '../load/spread';
import { memoryOf } from '../process-figures';
import type { Report } from '../report';
import { formOf, signingUp } from '../rush-event';
import type { Stage } from '../stage';
import { kept, notKept, prepareTown, type Town } from '../town';

/** What the app's process holds at rest and under a mixed load of a settable length: in the demo town, and in the grown one without a goal. */
export async function measureMemory(stage: Stage): Promise<Report> {
	const demo = await measureMixedLoad(stage, await stage.freshDemo());
	const grown = await measureMixedLoad(stage, await stage.quietGrown());
	const most = demo.after && rounded(demo.after.most);
	return {
		goals: [atMost('memory: most that the process held', most, { than: 240, unit: 'MB' })],
		figures: { minutes: stage.options.minutes, ...demo, grown }
	};
}

async function measureMixedLoad(stage: Stage, app: App) {
	const idle = memoryOf(app.pid!);
	const town = await prepareTown(app);
	const seconds = stage.options.minutes * 60;
	const seen: number[] = [];
	let isOver = false;
	const watching = (async () => {
		for (; !isOver; await sleep(Math.min(1000, seconds * 20))) seen.push(memoryOf(app.pid!)?.now ?? NaN);
	})();
	const loads = await Promise.all(
		mixOf(town).map(({ targets, connections }) => load(inTurn(targets), connections, seconds))
	);
	isOver = true;
	await watching;
	const after = memoryOf(app.pid!);
	await stage.end(app);
	const quarters = [0, 1, 2, 3].map((nth) => spreadOf(quarterOf(seen, nth)));
	return { idle, after, quarters, answers: loads.reduce((sum, { answers }) => sum + answers, 0) };
}

const quarterOf = (seen: readonly number[], nth: number) =>
	seen.slice(Math.floor((seen.length * nth) / 4), Math.max(1, Math.floor((seen.length * (nth + 1)) / 4)));

/** Villagers who read, villagers who sign up, and staff who read, list and export. */
function mixOf(town: Town): { targets: Target[]; connections: number }[] {
	const { app, event, hot, slip, desk } = town;
	const form = formOf(event);
	const open = ['/', '/events', event.path, '/trends', '/privacy', '/trends/figures', '/api/v1/figures?year=2024'];
	const staff = ['/desk', '/desk/events', '/desk/banquets', '/desk/figures', '/desk/pledges', '/desk/screen'];
	const exports = posting(app.address, '/desk/exports/banquets.csv', () => ({}), { cookie: desk! });
	return [
		{ connections: 6, targets: open.map((path) => kept(app, path, path)) },
		{
			connections: 4,
			targets: [...open, form]
				.map((path) => notKept(app, path, path))
				.concat(notKept(app, 'slip', slip.path, slip.cookie))
		},
		{ connections: 4, targets: [signingUp('hot slot', app, hot)] },
		{
			connections: 2,
			targets: [
				...staff.map((path) => notKept(app, path, path, desk)),
				{ name: 'export', address: app.address, pid: app.pid, next: exports, status: 200 }
			]
		}
	];
}

/** Targets of one status, asked one after the other. */
function inTurn(targets: readonly Target[]): Target {
	let turn = 0;
	return { ...targets[0]!, name: 'mixed load', next: () => targets[turn++ % targets.length]!.next() };
}
