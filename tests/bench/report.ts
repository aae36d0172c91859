import type { Goal } from './goals';

/** What a section found. `figures` is printed as it is. */
export interface Report {
	goals: Goal[];
	figures: Record<string, unknown>;
}
