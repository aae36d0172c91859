import { countedActivities } from './activity-counts';
import { countedBanquets } from './banquet-counts';
import { countedCases } from './case-counts';
import type { CountedKind, LateKind } from './counted-kind';
import { countedDissuasions } from './dissuasion-counts';
import { countedEvents } from './event-counts';
import { countedGrids } from './grid-counts';
import { countedPledges } from './pledge-counts';

const all = [
	countedBanquets,
	countedDissuasions,
	countedActivities,
	countedCases,
	countedEvents,
	countedPledges,
	countedGrids
] as const;

/** The name of a kind of record that is counted by day. */
export type Measure = (typeof all)[number]['counts'][number]['measure'];

/**
 * Everything that is counted by day, a row each. A new kind is one more row in its noun's file, then `npm run rules`; a migration that
 * counts what there is already follows (`recountFigures`).
 */
export const countedKinds: readonly (CountedKind & { measure: Measure })[] = all.flatMap(({ counts }) => [...counts]);

/** Everything that is noted when it comes late. */
export const lateKinds: readonly LateKind[] = all.flatMap(({ late }) => [...late]);
