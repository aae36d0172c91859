import { dateOf, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { suppress, type Shown } from '$lib/domain/figures/small-numbers';
import type { Trend } from '$lib/domain/figures/trend';
import type { Database } from '$lib/server/db/client';
import { countDonations, listDrives } from '$lib/server/db/blood/donation-trends';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { readMonthly } from '../figures/public-trend';
import type { TrendQuery } from '../figures/trend-source';

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
	const { now } = periods;
	// What a whole year withholds stays withheld in its parts.
	const years = { fromOn: yearBounds(yearOf(now.fromOn)).fromOn, toOn: yearBounds(yearOf(now.toOn)).toOn };
	const [months, all] = await Promise.all([
		readMonthly(query, { startOn, read: (period) => countDonations(db, scope, period) }),
		listDrives(db, scope, years)
	]);
	const yearsOf = [...new Set(all.map(({ startsAt }) => yearOf(dateOf(startsAt))))];
	return {
		months,
		drives: yearsOf
			.flatMap((year) => publishDrives(all.filter(({ startsAt }) => yearOf(dateOf(startsAt)) === year)))
			.filter(({ startsAt }) => dateOf(startsAt) >= now.fromOn && dateOf(startsAt) <= now.toOn)
	};
}

/** A year's drives. */
function publishDrives(drives: Awaited<ReturnType<typeof listDrives>>): PublicDrive[] {
	const cells = suppress(drives.map(({ id, donors }) => ({ key: id, value: donors })));
	return drives.map(({ id, title, place, startsAt, millilitres }, at) => {
		const { value, shown } = cells[at]!;
		return { id, title, place, startsAt, donors: value, shown, millilitres: shown === 'exact' ? millilitres : null };
	});
}
