import { yearOf } from '$lib/domain/calendar/calendar';
import type { ReleasedCell } from '$lib/domain/releases/release';
import type { TrendQuery } from '../figures/trend-query';

/** The drives of a period as they were released with its year, the latest first; none where one of them had fewer than three donors. */
export const releasedDrives = ({ periods: { now }, published }: TrendQuery): readonly ReleasedCell[] =>
	(published.table('blood-donations', 'drives', yearOf(now.fromOn))?.cells ?? []).filter(
		({ fromOn }) => fromOn! >= now.fromOn && fromOn! <= now.toOn
	);
