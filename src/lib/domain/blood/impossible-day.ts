import type { DeferralId } from './deferral';
import { ageOn, type DonorAnswers } from './donation';

/**
 * The first answer that cannot be: a day after `today` (only that of menstruation may be), before the birth, or a donation before the age for it
 * (`leastAge`, full years). Null: there is none.
 */
export function findImpossibleDay(
	{ bornOn, last, deferrals }: DonorAnswers,
	today: string,
	leastAge: number
): { of: 'birth' | 'last' | DeferralId; fault: 'date-in-future' | 'date-before-birth' | 'donated-too-young' } | null {
	if (bornOn > today) return { of: 'birth', fault: 'date-in-future' };
	if (last && last.on > today) return { of: 'last', fault: 'date-in-future' };
	if (last && ageOn(bornOn, last.on) < leastAge) return { of: 'last', fault: 'donated-too-young' };
	for (const { id, on } of deferrals) {
		if (on && on > today && id !== 'menstruation') return { of: id, fault: 'date-in-future' };
		if (on && on < bornOn) return { of: id, fault: 'date-before-birth' };
	}
	return null;
}
