import { addMonths } from '../calendar/calendar';
import type { DeferralId } from './deferral';
import { ageOn, type DonorAnswers } from './donation';

type ImpossibleAnswer = 'date-in-future' | 'date-before-birth' | 'donated-too-young' | 'platelets-contradict';

/**
 * The first answer that cannot be: a day after `today` (only that of menstruation may be), before the birth, or a donation before the age for it
 * (`leastAge`, full years); or a number of platelet donations in twelve months that the day of the last donation contradicts. Null: there is none.
 */
export function findImpossibleDay(
	{ bornOn, last, wants, plateletsInYear, deferrals }: DonorAnswers,
	today: string,
	leastAge: number
): { of: 'birth' | 'last' | 'platelets' | DeferralId; fault: ImpossibleAnswer } | null {
	if (bornOn > today) return { of: 'birth', fault: 'date-in-future' };
	if (last && last.on > today) return { of: 'last', fault: 'date-in-future' };
	if (last && ageOn(bornOn, last.on) < leastAge) return { of: 'last', fault: 'donated-too-young' };
	if (last && wants === 'platelets') {
		const isWithinYear = last.on >= addMonths(today, -12);
		const least = isWithinYear && last.kind === 'platelets' ? 1 : 0;
		if (plateletsInYear < least || (!isWithinYear && plateletsInYear > 0))
			return { of: 'platelets', fault: 'platelets-contradict' };
	}
	for (const { id, on } of deferrals) {
		if (on && on > today && id !== 'menstruation') return { of: id, fault: 'date-in-future' };
		if (on && on < bornOn) return { of: id, fault: 'date-before-birth' };
	}
	return null;
}
