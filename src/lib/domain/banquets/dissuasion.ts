import type { DissuasionOutcome, Outcome } from './banquet';

/** What a 劝停 may claim, from least to most. */
const ladder = ['went-ahead', 'reduced', 'family-meal', 'cancelled'] as const satisfies readonly DissuasionOutcome[];

/** The most a dissuasion may claim, by the outcome of the banquet. */
export function mostClaimed(outcome: Outcome): DissuasionOutcome {
	return outcome === 'held' ? 'went-ahead' : outcome;
}

/** What a dissuasion may claim, given the outcome of the banquet: never more than really happened. */
export function agreeingClaims(outcome: Outcome): readonly DissuasionOutcome[] {
	return ladder.slice(0, ladder.indexOf(mostClaimed(outcome)) + 1);
}

/** The outcome a dissuasion brings about by itself: called off, or a meal in the family. A reduced banquet has its day still to come. */
export function outcomeOfDissuasion(outcome: DissuasionOutcome): Outcome | null {
	return outcome === 'cancelled' || outcome === 'family-meal' ? outcome : null;
}
