// 事项台账: disputes, calls and incidents that a village or the town receives and settles.
import { addDays } from '../calendar/calendar';

/** 矛盾纠纷, 民呼我为, 三级联动事件. */
export const caseKinds = ['dispute', 'call', 'incident'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Who handles it: 网格, 村（社区）, 镇. */
export const caseLevels = ['grid', 'village', 'town'] as const;
export type CaseLevel = (typeof caseLevels)[number];

/** Whether a case of this kind needs a day by which it is due. A dispute may have one. */
export const mustBeDue = (kind: CaseKind): boolean => kind !== 'dispute';

/** The days of a case, of the town (YYYY-MM-DD); null: not due by any day, not settled. */
export interface CaseDays {
	receivedOn: string;
	dueOn: string | null;
	settledOn: string | null;
}

/**
 * Whether a case is settled as of a day. A case counts in the period in which it was received, as settled if it was settled by the last day of
 * that period. (The view `counted_disputes_settled` says the same.)
 */
export const isSettledBy = ({ settledOn }: Pick<CaseDays, 'settledOn'>, on: string): boolean =>
	settledOn !== null && settledOn <= on;

/**
 * The day on which a case falls overdue: the day after its due day, unless it was settled by then; null: never. It counts in the period of
 * this day, so each lapse counts once, and one that is still to come counts when its day comes. (The view `counted_incidents_overdue` says the same.)
 */
export function overdueFrom({ dueOn, settledOn }: Pick<CaseDays, 'dueOn' | 'settledOn'>): string | null {
	if (dueOn === null || isSettledBy({ settledOn }, dueOn)) return null;
	return addDays(dueOn, 1);
}

/** open: in time. overdue: open past its due day. settled, late: settled after its due day. */
export const caseStates = ['open', 'overdue', 'settled', 'late'] as const;
export type CaseState = (typeof caseStates)[number];

/** What a case is as of `today`. */
export function caseStateOn(days: CaseDays, today: string): CaseState {
	const from = overdueFrom(days);
	const isLate = from !== null && from <= today;
	if (isSettledBy(days, today)) return isLate ? 'late' : 'settled';
	return isLate ? 'overdue' : 'open';
}

export type CaseDayFault =
	'date-in-future' | 'case-due-missing' | 'case-due-before-received' | 'case-settled-before-received';

/** What is wrong with the days of a case, at which of them; null where nothing is. The database holds the same. */
export function faultOfDays(
	kind: CaseKind,
	{ receivedOn, dueOn, settledOn }: CaseDays,
	today: string
): { day: keyof CaseDays; fault: CaseDayFault } | null {
	if (receivedOn > today) return { day: 'receivedOn', fault: 'date-in-future' };
	if (dueOn === null && mustBeDue(kind)) return { day: 'dueOn', fault: 'case-due-missing' };
	if (dueOn !== null && dueOn < receivedOn) return { day: 'dueOn', fault: 'case-due-before-received' };
	if (settledOn !== null && settledOn < receivedOn) return { day: 'settledOn', fault: 'case-settled-before-received' };
	if (settledOn !== null && settledOn > today) return { day: 'settledOn', fault: 'date-in-future' };
	return null;
}
