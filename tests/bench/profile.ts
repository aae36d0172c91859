import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
	nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
	samples: number[];
	timeDeltas: number[];
}

/** What a function cost: its own part of all samples that were not idle, and its part with all that it called; both in percent. */
interface Cost {
	name: string;
	self: number;
	all: number;
}

const shown = 20;

/** The costliest functions of every profile that Node has written into a folder (`--cpu-prof`), by their own time and by all time. */
export function listCosts(folder: string): { file: string; bySelf: Cost[]; byAll: Cost[] }[] {
	const files = existsSync(folder) ? readdirSync(folder) : [];
	return files.map((file) => {
		const costs = costsOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile);
		const top = (of: (cost: Cost) => number) => costs.toSorted((a, b) => of(b) - of(a)).slice(0, shown);
		return { file, bySelf: top(({ self }) => self), byAll: top(({ all }) => all) };
	});
}

function costsOf({ nodes, samples, timeDeltas }: Profile): Cost[] {
	const own = new Map<number, number>();
	samples.forEach((id, nth) => own.set(id, (own.get(id) ?? 0) + timeDeltas[nth]!));
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const costs = new Map<string, Cost>();
	const add = (id: number, callers: ReadonlySet<string>): number => {
		const { callFrame, children = [] } = byId.get(id)!;
		const name = `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').slice(-2).join('/')}:${callFrame.lineNumber + 1}`;
		const inside = new Set(callers).add(name);
		const self = own.get(id) ?? 0;
		const all = children.reduce((sum, child) => sum + add(child, inside), self);
		const cost = costs.get(name) ?? { name, self: 0, all: 0 };
		costs.set(name, cost);
		cost.self += self;
		// A function that calls itself is counted once.
		if (!callers.has(name)) cost.all += all;
		return all;
	};
	const idle = nodes
		.filter(({ callFrame }) => callFrame.functionName === '(idle)')
		.reduce((sum, { id }) => sum + (own.get(id) ?? 0), 0);
	const busy = add(nodes[0]!.id, new Set()) - idle;
	const percent = (micros: number) => Math.round((micros / busy) * 1000) / 10;
	const named = [...costs.values()].filter(({ name }) => !/^\((root|idle)\)/.test(name));
	return named.map(({ name, self, all }) => ({ name, self: percent(self), all: percent(all) }));
}
