import { reportingPeriods } from '$lib/domain/reporting-period';
import { suppress, type Shown } from '$lib/domain/small-numbers';
import type { Trend } from '$lib/domain/trend';
import type { Database } from './db/client';
import { countDonations, listDrives } from './db/donation-trends';
import { readLedgerStarts } from './db/figures';
import { byMonth, type TrendQuery } from './trends';

/** One drive as the public sees it: where its donors are withheld, so are its millilitres. */
export interface PublicDrive {
	id: string;
	title: string;
	place: string;
	/** ms, UTC */
	startsAt: number;
	donors: number | null;
	shown: Shown;
	millilitres: number | null;
}

/** A year's donations (人次) by month against the year before, and drive by drive; small numbers withheld. */
export async function readDonationTrend(
	db: Database,
	{ scope, year, today }: TrendQuery
): Promise<{ months: Trend; drives: PublicDrive[] }> {
	const periods = reportingPeriods(year, today);
	const [counts, drives, starts] = await Promise.all([
		countDonations(db, scope, periods),
		listDrives(db, scope, periods.now),
		readLedgerStarts(db)
	]);
	const cells = suppress(drives.map(({ id, donors }) => ({ key: id, value: donors })));
	return {
		months: byMonth(counts, periods, starts.events),
		drives: drives.map(({ id, title, place, startsAt, millilitres }, at) => {
			const { value, shown } = cells[at]!;
			return { id, title, place, startsAt, donors: value, shown, millilitres: shown === 'exact' ? millilitres : null };
		})
	};
}
