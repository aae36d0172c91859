import { suppress, type Shown } from '$lib/domain/small-numbers';
import type { Trend } from '$lib/domain/trend';
import type { Database } from './db/client';
import { countDonations, listDrives } from './db/donation-trends';
import { readLedgerStarts } from './db/figures';
import { readMonthly, type TrendQuery } from './public-trend';

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

/** A period's donations (人次) by month against the one it is compared with, and drive by drive; small numbers withheld. */
export async function readDonationTrend(
	db: Database,
	query: TrendQuery
): Promise<{ months: Trend; drives: PublicDrive[] }> {
	const { scope, periods } = query;
	const { events: startOn } = await readLedgerStarts(db);
	const [months, drives] = await Promise.all([
		readMonthly(query, { startOn, read: (period) => countDonations(db, scope, period) }),
		listDrives(db, scope, periods.now)
	]);
	const cells = suppress(drives.map(({ id, donors }) => ({ key: id, value: donors })));
	return {
		months,
		drives: drives.map(({ id, title, place, startsAt, millilitres }, at) => {
			const { value, shown } = cells[at]!;
			return { id, title, place, startsAt, donors: value, shown, millilitres: shown === 'exact' ? millilitres : null };
		})
	};
}
