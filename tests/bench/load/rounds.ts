import { load, type Measured, type Target } from './load';
import { medianOf, percentile, rounded, spreadOf, type Spread } from './spread';

export interface Plan {
	/** Seconds each target is asked before it is measured. */
	warm: number;
	/** Seconds of one measurement. */
	seconds: number;
	rounds: number;
}

/**
 * Measures targets in rounds, each round in the reverse order of the one before, so that what else the machine does falls on each alike.
 * Out: the measurements of each target by its name, in the order of the rounds.
 */
export async function measureInRounds(
	targets: readonly Target[],
	connections: number,
	{ warm, seconds, rounds }: Plan
): Promise<Map<string, Measured[]>> {
	const found = new Map(targets.map(({ name }): [string, Measured[]] => [name, []]));
	for (const target of targets) await load(target, connections, warm);
	for (let round = 0; round < rounds; round++)
		for (const target of round % 2 === 0 ? targets : targets.toReversed())
			found.get(target.name)!.push(await load(target, connections, seconds));
	return found;
}

export const perSecond = ({ answers, seconds }: Measured) => answers / seconds;

/** Of two targets of the same rounds: one value by the other, round by round. */
export function ratios(some: readonly Measured[], others: readonly Measured[], of: (one: Measured) => number): Spread {
	return spreadOf(some.map((one, round) => of(one) / of(others[round]!)));
}

/** What is printed of the measurements of a target. Times in milliseconds. */
export function summarize(all: readonly Measured[]) {
	const times = all.flatMap((one) => one.times);
	const firsts = all.flatMap((one) => one.firsts);
	const loop = all.flatMap(({ loopMicros }) => loopMicros ?? []);
	return {
		answers: times.length,
		perSecond: spreadOf(all.map(perSecond)),
		p50: rounded(percentile(times, 0.5)),
		p99: rounded(percentile(times, 0.99)),
		most: rounded(percentile(times, 1)),
		firstP50: rounded(percentile(firsts, 0.5)),
		firstMost: rounded(percentile(firsts, 1)),
		loopMicros: loop.length > 0 ? spreadOf(loop) : null,
		clientShare: rounded(medianOf(all.map((one) => one.clientShare)))
	};
}
