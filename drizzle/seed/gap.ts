import type { CheckableKind } from '../../src/lib/domain/activities/activity';
import { addMonths, yearOf } from '../../src/lib/domain/calendar/calendar';
import type { VillageKey } from './banquet-plan';

/** A village that has not reported a ledger in a month (YYYY-MM). */
export interface Gap {
	village: VillageKey;
	month: string;
	ledger: CheckableKind;
}

/** The one gap of the demo: 河沙村 has not reported its health services of the month before `today`'s. A year that is over has none. */
export function gapOn(today: string): Gap | null {
	const month = addMonths(today, -1).slice(0, 7);
	return yearOf(`${month}-01`) === yearOf(today) && month >= '2025'
		? { village: 'hesha', month, ledger: 'health-service' }
		: null;
}
