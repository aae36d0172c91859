import { yearOf } from '$lib/domain/calendar/calendar';
import { isYear } from '$lib/domain/releases/published';
import type { SavedEstimate } from '../figures/saved-sum';
import type { TrendQuery } from '../figures/trend-query';

/** The estimate of spending saved that was released with a whole year; null where there is none. */
export function savedIn({ periods: { now }, published }: TrendQuery): SavedEstimate | null {
	const cells = isYear(now) ? published.table('banquets-held', 'saved', yearOf(now.fromOn))?.cells : undefined;
	return cells ? (Object.fromEntries(cells.map(({ key, value }) => [key, value])) as unknown as SavedEstimate) : null;
}
