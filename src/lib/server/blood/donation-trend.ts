import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { getFigure } from '$lib/domain/figures/figure';
import { whyUnlisted, type UnlistedDrives } from '$lib/domain/releases/donor-tables';
import { gapOf, type Gap } from '$lib/domain/releases/gap';
import type { ReleasedCell } from '$lib/domain/releases/release';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import type { TrendQuery } from '../figures/trend-query';

const donors = 'blood-donations';

/** The drives of a period as they were released with its years, the latest first; none of a year whose drives are not listed. */
export const releasedDrives = ({ range, published }: TrendQuery): readonly ReleasedCell[] =>
	yearsOf(range)
		.flatMap((year) => published.table(donors, 'drives', year)?.cells ?? [])
		.filter(({ fromOn }) => fromOn! >= range.fromOn && fromOn! <= range.toOn)
		.sort((a, b) => b.fromOn!.localeCompare(a.fromOn!));

/** Why the drives of a year are not listed; of a range of several years also why one of them is not published. */
export interface YearWithoutDrives {
	year: number;
	why: UnlistedDrives | { gap: Gap };
	/** Why the year was taken back; null where it was not. */
	withdrawnFor: string | null;
}

/** The years of a period whose drives are not listed, each with the reason. `today`: the town's date. */
export function yearsWithoutDrives({ range, published, starts, today }: Asked): YearWithoutDrives[] {
	const years = yearsOf(range);
	return years.flatMap((year): YearWithoutDrives[] => {
		const period = yearBounds(year);
		// Of one year the page says why it is not published.
		const gap = years.length === 1 ? null : gapOf(getFigure(donors), { published, starts, range: period, today });
		const why = whyUnlisted(published, year) ?? (gap && { gap });
		return why ? [{ year, why, withdrawnFor: published.withdrawnFor(donors, period) }] : [];
	});
}

type Asked = Pick<TrendQuery, 'range' | 'published'> & { starts: LedgerStarts; today: string };

const yearsOf = ({ fromOn, toOn }: TrendQuery['range']): number[] =>
	Array.from({ length: yearOf(toOn) - yearOf(fromOn) + 1 }, (_, nth) => yearOf(fromOn) + nth);
