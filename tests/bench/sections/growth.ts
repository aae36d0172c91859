import { pagesOf } from '../../http/crawl/pages';
import { signInAs } from '../../http/crawl/sign-in-as';
import { Session } from '../../http/session';
import type { App } from '../apps';
import { atMost } from '../goals';
import { Connection } from '../load/connection';
import { ask, type Target } from '../load/load';
import { medianOf, rounded, spreadOf } from '../load/spread';
import type { Report } from '../report';
import { formOf, signingUp } from '../rush-event';
import type { Stage } from '../stage';
import { cookiesOf, notKept, prepareTown, type Town } from '../town';

/** Who reads: between them they reach every page. */
const readers = [null, 'zhou', 'mei'];

/** Answers that are no pages. */
const others = [
	'/api/v1/figures?year=2024',
	'/api/v1/trends/banquets-held?year=2024&by=month',
	'/api/v1/events',
	'/api/v1/events.ics'
];

const staffOnly = /^\/(desk|admin|schedule|door|account)\b/;

/** A page that takes longer is asked once, and one that takes very long is given up: the app is started anew. Milliseconds. */
const [slow, hopeless] = [2000, 30_000];

/** How much longer the grown town takes for a page or a sign-up than a town of four villages. */
export async function measureGrowth(stage: Stage): Promise<Report> {
	const towns: Towns = { small: await stage.freshDemo(), grown: await stage.quietGrown() };
	const pages: PageGrowth[] = [];
	for (const reader of readers) pages.push(...(await measurePages(stage, towns, reader)));
	const prepared = [await prepareTown(towns.small), await prepareTown(towns.grown)] as const;
	const way = await measureWay(...prepared, stage.options.plan.rounds * 10);
	await stage.end(towns.small);
	await stage.end(towns.grown);
	const [slowest, heaviest] = [Math.max(...pages.map(({ ratio }) => ratio)), Math.max(...pages.map(({ kb }) => kb))];
	return {
		goals: [
			atMost('growth: the way of a sign-up', way.ratio, { than: 1.2, unit: 'times that of a small town' }),
			atMost('growth: the slowest page', slowest, { than: 2, unit: 'times that of a small town' }),
			atMost('growth: the largest page', heaviest, { than: 60, unit: 'KB uncompressed' })
		],
		figures: { way, pages: pages.sort((a, b) => b.ratio - a.ratio) }
	};
}

type Towns = { small: App; grown: App };

/** Of one page: milliseconds in either town, and its size in the grown one. */
type PageGrowth = { path: string; reader: string; small: number; grown: number; ratio: number; kb: number };

/** Every page that this reader finds in the small town, in both towns. */
async function measurePages(stage: Stage, towns: Towns, reader: string | null): Promise<PageGrowth[]> {
	const session = await signedIn(towns.small, reader);
	const visits = await pagesOf(session, [], stage.mostPages);
	const own = visits.map(({ path }) => path).filter((path) => reader === null || staffOnly.test(path));
	const cookies = [cookiesOf(session), cookiesOf(await signedIn(towns.grown, reader))] as const;
	const found: PageGrowth[] = [];
	for (const path of reader === null ? [...own, ...others] : own) {
		const pair = [notKept(towns.small, path, path, cookies[0]), notKept(towns.grown, path, path, cookies[1])] as const;
		const one = await comparePair(pair, stage.options.plan.rounds);
		found.push({ path, reader: reader ?? 'visitor', ...one });
		if (one.grown < hopeless) continue;
		await stage.end(towns.grown);
		towns.grown = await stage.startGrown();
	}
	return found;
}

async function signedIn(app: App, reader: string | null): Promise<Session> {
	const session = new Session(app.address);
	if (reader !== null) await signInAs(session, reader);
	return session;
}

/** One page of each town, in turns; medians. */
async function comparePair([small, grown]: readonly [Target, Target], rounds: number) {
	const connections = [new Connection(small.address), new Connection(grown.address, hopeless)] as const;
	const times: [number[], number[]] = [[await ask(connections[0], small)], []];
	const began = performance.now();
	const { bytes } = await connections[1].ask(grown.next()).catch(() => ({ bytes: 0 }));
	const first = performance.now() - began;
	if (first > slow) times[1].push(first);
	else times[0] = [];
	for (let round = 0; round < rounds && first <= slow; round++) {
		times[0].push(await ask(connections[0], small));
		times[1].push(await ask(connections[1], grown));
	}
	connections.forEach((connection) => connection.close());
	const [of, to] = times.map(medianOf) as [number, number];
	return { small: rounded(of), grown: rounded(to), ratio: rounded(to / of), kb: rounded(bytes / 1024) };
}

/** The way of a villager who signs up: event, form, sending, slip. */
async function measureWay(small: Town, grown: Town, rounds: number) {
	const [steps, stepsOfGrown] = [wayOf(small), wayOf(grown)];
	const sums: [number[], number[]] = [[], []];
	const connections = [new Connection(small.app.address), new Connection(grown.app.address)] as const;
	for (let round = 0; round < rounds; round++)
		for (const [nth, way] of [steps, stepsOfGrown].entries()) {
			let sum = 0;
			for (const step of way) sum += await ask(connections[nth as 0 | 1], step);
			sums[nth as 0 | 1].push(sum);
		}
	connections.forEach((connection) => connection.close());
	const [of, to] = [spreadOf(sums[0]), spreadOf(sums[1])];
	return { small: of, grown: to, ratio: rounded(to.median / of.median) };
}

function wayOf({ app, hot, slip }: Town): Target[] {
	return [
		notKept(app, 'event', hot.path),
		notKept(app, 'form', formOf(hot)),
		signingUp('sign-up', app, hot),
		notKept(app, 'slip', slip.path, slip.cookie)
	];
}
