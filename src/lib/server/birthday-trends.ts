import { estimatePrivateBanquets } from '$lib/domain/private-banquets';
import { reportingPeriods } from '$lib/domain/reporting-period';
import type { Trend } from '$lib/domain/trend';
import { countGuests } from './db/birthday-counts';
import { findSupposition } from './db/birthdays';
import type { Database } from './db/client';
import { readLedgerStarts } from './db/figures';
import { readByMonth, readByVillage, type NamedCell, type TrendQuery } from './trends';

/** Elders who came to a group birthday banquet (人次), by village, small numbers withheld. */
export async function readGuestsByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const periods = reportingPeriods(query.year, query.today);
	const [counts, starts] = await Promise.all([
		countGuests(db, query.scope, periods, { result: 'attended', by: 'village' }),
		readLedgerStarts(db)
	]);
	return readByVillage(db, query, counts, starts.guests);
}

/** Elders who came (人次), by month, small numbers withheld. */
export async function readGuestsByMonth(db: Database, query: TrendQuery): Promise<Trend> {
	const periods = reportingPeriods(query.year, query.today);
	const [counts, starts] = await Promise.all([
		countGuests(db, query.scope, periods, { result: 'attended', by: 'month' }),
		readLedgerStarts(db)
	]);
	return readByMonth(query, counts, starts.guests);
}

/** The estimate with all that its formula shows: what was supposed on the period's last day; null where nobody supposed anything. */
export async function readPrivateBanquets(
	db: Database,
	{ scope, year, today, guests }: TrendQuery & { guests: number }
) {
	const supposition = await findSupposition(db, scope, reportingPeriods(year, today).now.toOn);
	if (!supposition) return null;
	const { sharePercent, tablesEach } = supposition;
	return { guests, sharePercent, tablesEach, ...estimatePrivateBanquets({ guests, sharePercent, tablesEach }) };
}
