import { isBanquetHeld, isNoOccasion, type Occasion, type Outcome } from './banquet';

/** How a 劝停 ended. */
export const dissuasionOutcomes = ['cancelled', 'reduced', 'family-meal', 'went-ahead'] as const;
export type DissuasionOutcome = (typeof dissuasionOutcomes)[number];

/**
 * Whether a dissuasion enters the published figures (figures-2024.md): of a 无事酒 that was cancelled, confirmed by a second person. A banquet
 * that took place after all, or was struck out, was not stopped. The counts use the same rule in SQL (server/db/rules/dissuasion-counts.ts); a
 * test compares the two.
 */
export function isCountedDissuasion(dissuasion: {
	outcome: DissuasionOutcome;
	confirmed: boolean;
	banquet: { occasion: Occasion; outcome: Outcome | null; isRemoved: boolean };
}): boolean {
	const { outcome, confirmed, banquet } = dissuasion;
	const tookPlace = banquet.outcome !== null && isBanquetHeld(banquet.outcome);
	return confirmed && mayCount({ outcome, occasion: banquet.occasion }) && !tookPlace && !banquet.isRemoved;
}

/** Whether a dissuasion is one that a second person's confirmation brings into the figures: of a 无事酒 that was cancelled. */
export const mayCount = ({ outcome, occasion }: { outcome: DissuasionOutcome; occasion: Occasion }): boolean =>
	outcome === 'cancelled' && isNoOccasion(occasion);

/** Whether a banquet may still be dissuaded or visited: until it took place. */
export const canBeDissuaded = (outcome: Outcome | null): boolean => outcome === null || !isBanquetHeld(outcome);

/**
 * Whether this account may confirm a dissuasion: any account but the one that recorded it. A visitor (null) may not. The database holds it too
 * (drizzle/rules/banquets.sql).
 */
export function canConfirm({ recordedById, actorId }: { recordedById: string; actorId: string | null }): boolean {
	return actorId !== null && actorId !== recordedById;
}

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
