// `npm run bench`: how fast the app is, over HTTP, against a bare app built beside it. docs/performance.md says what each goal means.
import process from 'node:process';
import { ensureBuilt } from '../../src/boot/build.js';
import { linesOf } from './goals';
import { InstanceError } from './limits';
import { describeMachine } from './machine';
import { OptionsError, ownFolder, readOptions, usage, type Options, type SectionName } from './options';
import { listCosts } from './profile';
import type { Report } from './report';
import { measureGrowth } from './sections/growth';
import { measureLongWork } from './sections/long-work';
import { measureMemory } from './sections/memory';
import { measureReading } from './sections/reading';
import { measureRush } from './sections/rush';
import { measureStart } from './sections/start';
import { measureWeight } from './sections/weight';
import { Stage } from './stage';

const sections: Record<SectionName, (stage: Stage) => Promise<Report>> = {
	reading: measureReading,
	rush: measureRush,
	weight: measureWeight,
	long: measureLongWork,
	start: measureStart,
	growth: measureGrowth,
	memory: measureMemory
};

try {
	const options = readOptions(process.argv.slice(3));
	if (options.isHelp) console.log(usage);
	else await run(options);
} catch (error) {
	console.error(messageOf(error));
	process.exitCode = 1;
}

/** What a developer can mend is a sentence; a fault of the bench or the app has its stack. */
function messageOf(error: unknown): unknown {
	if (error instanceof OptionsError) return `${error.message}\n\n${usage}`;
	return error instanceof InstanceError ? error.message : error;
}

async function run(options: Options): Promise<void> {
	if (options.against === null && options.folders.includes(ownFolder)) await ensureBuilt();
	const stage = new Stage(options);
	const reports: [string, Report][] = [];
	try {
		// An instance that cannot be measured is found out before anything else is built.
		if (options.against !== null) await stage.towns();
		for (const name of options.only) {
			const began = performance.now();
			const report = await sections[name](stage);
			console.error(`── ${name}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
			for (const line of linesOf(report.goals)) console.error(line);
			reports.push([name, report]);
		}
		await stage.endAll();
		print(options, reports, options.isProfiled ? listCosts(stage.profiles) : undefined);
	} finally {
		await stage.endAll();
		stage.clear();
	}
}

function print({ isJson, isHelp: _, ...options }: Options, reports: [string, Report][], profiles?: unknown): void {
	const goals = reports.flatMap(([, report]) => report.goals);
	const sectionsFigures = Object.fromEntries(reports.map(([name, { figures }]) => [name, figures]));
	const figures = { machine: describeMachine(), options, ...sectionsFigures, profiles };
	if (isJson) console.log(JSON.stringify({ goals, figures }));
	else console.log([...figureLines(figures), ...linesOf(goals)].join('\n'));
}

/** Figures as lines for a terminal: what is short on one line, the rest below its name. */
function figureLines(value: object, indent = ''): string[] {
	return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
		const text = JSON.stringify(part) ?? '';
		const isShort = typeof part !== 'object' || part === null || text.length < 330;
		return isShort ? [`${indent}${name}: ${text}`] : [`${indent}${name}`, ...figureLines(part, `${indent}  `)];
	});
}
