import { atLeast, atMost } from '../goals';
import type { Measured, Target } from '../load/load';
import { measureInRounds, perSecond, ratios, summarize } from '../load/rounds';
import type { Report } from '../report';
import { formOf } from '../rush-event';
import type { Stage } from '../stage';
import { kept, notKept, reading, type Town } from '../town';

/** What a page may cost that is rendered for one reader: so many times the event loop's CPU of a bare page of 9 KB. */
const budgets = {
	'/privacy': { than: 2.2, aim: 1.5 },
	'/events': { than: 3.5, aim: 3 },
	event: { than: 4.5, aim: 4 },
	form: { than: 5, aim: 4 },
	slip: { than: 5.5, aim: 5 },
	'/': { than: 10, aim: 9 },
	'/trends': { than: 40, aim: 24 },
	'/desk': { than: 23, aim: 15 }
};
type Page = keyof typeof budgets;

const keptPages = ['/privacy', '/events', 'event', '/', '/trends'] as const;

/** Browsers at once where CPU is measured; where throughput is, as many as in the smaller rush. */
const few = 4;

/** How fast pages are read: those that the app renders anew and those that it keeps, against a bare page of the same size. */
export async function measureReading(stage: Stage): Promise<Report> {
	const bare = await stage.bare();
	const page = reading(bare, 'bare', '/fixed', {});
	const towns = await stage.towns();
	const { plan, crowds } = stage.options;
	const rendered = await measureInRounds(
		[page, reading(bare, 'bare, small', '/', {}), ...towns.flatMap(alone)],
		few,
		plan
	);
	const repeated = await measureInRounds([page, ...towns.flatMap(shared)], crowds[0]!, plan);
	const loops = againstBare(rendered, (one) => one.loopMicros ?? NaN);
	const rates = againstBare(repeated, perSecond);
	const goals = [
		...Object.entries(budgets).map(([name, { than, aim }]) =>
			atMost(`not kept: ${name}`, loops(name), { than, aim, unit: 'times the CPU of a bare page' })
		),
		...keptPages.map((name) =>
			atLeast(`kept: ${name}`, rates(name), { than: 0.8, unit: "of a bare page's answers a second" })
		)
	];
	return { goals, figures: { notKept: figuresOf(rendered), kept: figuresOf(repeated) } };
}

const pathOf = (town: Town, name: Page) =>
	({ event: town.event.path, form: formOf(town.event), slip: town.slip.path })[name as string] ?? name;

const labelOf = (town: Town, name: string) => (town.app.name === 'app' ? name : `${name} of ${town.app.name}`);

const cookieOf = (town: Town, name: Page) =>
	name === '/desk' ? town.desk : name === 'slip' ? town.slip.cookie : undefined;

function alone(town: Town): Target[] {
	const names = Object.keys(budgets) as Page[];
	return names.map((name) => notKept(town.app, labelOf(town, name), pathOf(town, name), cookieOf(town, name)));
}

const shared = (town: Town): Target[] =>
	keptPages.map((name) => kept(town.app, labelOf(town, name), pathOf(town, name)));

/** Of each target what it has to the bare page, in the median of the rounds; null where it was not measured. */
function againstBare(found: Map<string, Measured[]>, of: (one: Measured) => number): (name: string) => number | null {
	const bare = found.get('bare')!;
	return (name) => {
		const { median } = ratios(found.get(name)!, bare, of);
		return Number.isNaN(median) ? null : median;
	};
}

function figuresOf(found: Map<string, Measured[]>): Record<string, unknown> {
	const bare = found.get('bare')!;
	return Object.fromEntries(
		[...found].map(([name, all]) => [
			name,
			{
				...summarize(all),
				rateOfBare: ratios(all, bare, perSecond),
				loopOfBare: ratios(all, bare, (one) => one.loopMicros ?? NaN)
			}
		])
	);
}
