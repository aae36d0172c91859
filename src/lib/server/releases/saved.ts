import { yearBounds } from '$lib/domain/calendar/calendar';
import { readSaved } from '$lib/domain/releases/saving';
import type { TrendQuery } from '../figures/trend-query';

/** The estimate of spending saved that was released with a whole year, or why there is none. */
interface PublishedSaving {
	/** In 万元. */
	saved: number | null;
	/** It was taken back, or the year is not closed, or was corrected after it was published, or too few banquets can be estimated. */
	without: 'withdrawn' | 'open' | 'again' | 'none';
}

/** That of a year. */
export function savedIn({ published }: Pick<TrendQuery, 'published'>, year: number): PublishedSaving {
	const cells = published.table('banquets-held', 'saved', year)?.cells;
	const isOut = published.isWithdrawn('banquets-held', yearBounds(year), 'saved');
	const isCorrected = published.again('banquets-held', year) ?? published.anewAt('banquets-held', year);
	const closed = isCorrected === null ? 'none' : 'again';
	return {
		saved: cells ? readSaved(cells) : null,
		without: isOut ? 'withdrawn' : published.isClosed(year) ? closed : 'open'
	};
}
