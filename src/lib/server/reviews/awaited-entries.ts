import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import { countAwaitedOutcomes } from '$lib/server/db/banquets/awaited-outcomes';
import type { Database } from '$lib/server/db/client';
import { listWaiting } from '$lib/server/db/figures/waiting-entries';

/**
 * What of a period waits, so that its closing leaves it out: banquets past their day on `today` (the town's date) without outcome, and
 * dissuasions of its months that count once a second person confirms them.
 */
export async function countAwaited(db: Database, asked: { unitId: string; period: Period; today: string }) {
	const { unitId, period } = asked;
	const [outcomes, waitingOf] = await Promise.all([countAwaitedOutcomes(db, asked), listWaiting(db, [unitId], period)]);
	const dissuasions = monthsOf(period).reduce((sum, month) => sum + waitingOf('dissuasion', unitId, month), 0);
	return { outcomes, dissuasions };
}
