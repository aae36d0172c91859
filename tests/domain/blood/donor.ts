import { decideDonation, type DonorAnswers } from '../../../src/lib/domain/blood/donation';
import { standards } from '../../../src/lib/domain/blood/donation-standard';

export const standard = standards['gb-18467-2011'];
export const draft = standards['draft-2025'];
export const on = '2026-04-01';
/** A person of 35 who never gave and wants to give whole blood. */
export const donor: DonorAnswers = {
	bornOn: '1991-01-15',
	last: null,
	wants: 'whole-blood',
	hadReaction: false,
	plateletsInYear: 0,
	deferrals: []
};
export const decide = (over: Partial<DonorAnswers>, by = standard, day = on) =>
	decideDonation({ ...donor, ...over }, by, day);
export const repeat = { kind: 'whole-blood', on: '2024-01-01' } as const;
