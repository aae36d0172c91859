import type { Release, Span } from './release';

/** The town's line of a figure as far as it is released, in order. */
export const spansOf = (releases: readonly Release[], figure: string): Span[] =>
	releases
		.filter((release) => release.kind === 'line' && release.figure === figure)
		.map(({ fromOn, toOn, cells }) => ({ fromOn, toOn, value: cells[0]!.value! }))
		.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
