import { atLeast, atMost, type Goal } from '../goals';
import { load, type Measured, type Target } from '../load/load';
import { posting } from '../load/request';
import { measureInRounds, perSecond, ratios, summarize } from '../load/rounds';
import { readAtPace } from '../load/pace';
import { percentile, rounded } from '../load/spread';
import type { Report } from '../report';
import { countStored, formOf, openRush, signingUp, type RushEvent } from '../rush-event';
import type { Stage } from '../stage';
import { notKept, type Town } from '../town';
import type { App } from '../apps';
import { v7 } from 'uuid';

/** A town with an event of forty slots. */
type RushTown = Town & { broad: RushEvent };

/** So many pages a second are read meanwhile. */
const readers = 20;

/** How many sign-ups come in at once, against a bare form that only redirects, and one that also writes durably. */
export async function measureRush(stage: Stage): Promise<Report> {
	const bare = await stage.bare();
	const { plan, crowds } = stage.options;
	const towns = await Promise.all(
		(await stage.towns()).map(async (town) => ({ ...town, broad: await openRush(town.cadre, 40) }))
	);
	const targets = [
		bareForm(bare, 'bare form', 'form'),
		bareForm(bare, 'bare write', 'write'),
		...towns.flatMap(rushes)
	];
	const goals: Goal[] = [];
	const figures: Record<string, unknown> = {};
	for (const crowd of crowds) {
		const found = await measureInRounds(targets, crowd, plan);
		goals.push(...goalsOf(found, crowd));
		figures[`at ${crowd}`] = figuresOf(found);
	}
	const [town] = towns as [RushTown];
	for (const crowd of crowds) {
		const beside = await signUpBesideReaders(town, crowd, plan.seconds * plan.rounds);
		const title = `rush, hot slot, ${crowd} at once, beside readers`;
		const unit = 'times the p50 of a sign-up';
		goals.push(atMost(`${title}: p99`, beside.p99OfP50, { than: 5, unit }));
		goals.push(atMost(`${title}: p99 of a newcomer`, beside.newcomerOfP50, { than: 5, unit }));
		figures[`beside readers, at ${crowd}`] = beside;
	}
	const stored = countStored(town.app, [town.hot, town.broad]);
	if (stored)
		goals.push(
			atLeast('rush: sign-ups stored', stored.stored / stored.sent, { than: 1, unit: 'of those acknowledged' })
		);
	return { goals, figures: { ...figures, stored } };
}

function bareForm(bare: App, name: string, action: string): Target {
	const next = posting(bare.address, `/?/${action}`, () => ({
		id: v7(),
		slotId: v7(),
		name: '试名甲',
		phone: '13700000000',
		villageId: v7(),
		partySize: '1'
	}));
	return { name, address: bare.address, pid: bare.pid, next, status: 303 };
}

function rushes({ app, hot, broad }: RushTown): Target[] {
	const label = (name: string) => (app.name === 'app' ? name : `${name} of ${app.name}`);
	return [signingUp(label('hot slot'), app, hot), signingUp(label('40 slots'), app, broad)];
}

function goalsOf(found: Map<string, Measured[]>, crowd: number): Goal[] {
	return ['hot slot', '40 slots'].flatMap((name) => {
		const against = (other: string) => ratios(found.get(name)!, found.get(other)!, perSecond).median;
		const title = `rush, ${name}, ${crowd} at once`;
		return [
			atLeast(`${title}, by a form that writes`, against('bare write'), { than: 0.5, aim: 0.7 }),
			atLeast(`${title}, by an empty form`, against('bare form'), { than: 0.25, aim: 0.35 })
		];
	});
}

function figuresOf(found: Map<string, Measured[]>): Record<string, unknown> {
	return Object.fromEntries(
		[...found].map(([name, all]) => [
			name,
			{
				...summarize(all),
				ofWrite: ratios(all, found.get('bare write')!, perSecond),
				ofForm: ratios(all, found.get('bare form')!, perSecond)
			}
		])
	);
}

/** The sign-ups of a crowd for one slot while others read pages, each over a new connection. */
async function signUpBesideReaders({ app, event, hot }: Town, crowd: number, seconds: number) {
	const pages = ['/events', event.path, formOf(event)].map((path) => notKept(app, path, path));
	const rush = () => load(signingUp('hot slot', app, hot), crowd, seconds);
	const { value: signups, times } = await readAtPace(pages, readers, rush);
	const of = (part: number) => rounded(percentile(times, part));
	const p50 = percentile(signups.times, 0.5);
	return {
		p99OfP50: rounded(percentile(signups.times, 0.99) / p50),
		newcomerOfP50: rounded(of(0.99) / p50),
		signups: summarize([signups]),
		newcomers: { answers: times.length, p50: of(0.5), p99: of(0.99), most: of(1) }
	};
}
