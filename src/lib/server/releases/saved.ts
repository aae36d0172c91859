import { yearBounds } from '$lib/domain/calendar/calendar';
import type { SavedEstimate } from '../figures/saved-sum';
import type { TrendQuery } from '../figures/trend-query';

/** The estimate of spending saved that was released with a whole year, or why there is none. */
interface PublishedSaving {
	saved: SavedEstimate | null;
	/** It was taken back, or the year is not closed, or nothing of it can be estimated. */
	without: 'withdrawn' | 'open' | 'none';
}

/** That of a year. */
export function savedIn({ published }: Pick<TrendQuery, 'published'>, year: number): PublishedSaving {
	const cells = published.table('banquets-held', 'saved', year)?.cells;
	const isOut = published.shownIn('banquets-held', yearBounds(year)) === 'withdrawn';
	return {
		saved: cells ? (Object.fromEntries(cells.map(({ key, value }) => [key, value])) as unknown as SavedEstimate) : null,
		without: isOut ? 'withdrawn' : published.isClosed(year) ? 'none' : 'open'
	};
}
