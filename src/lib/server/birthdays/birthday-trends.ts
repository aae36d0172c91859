import { estimatePrivateBanquets } from '$lib/domain/birthdays/private-banquets';
import type { Trend } from '$lib/domain/figures/trend';
import { countGuests } from '$lib/server/db/birthdays/birthday-counts';
import { findSupposition } from '$lib/server/db/birthdays/suppositions';
import type { Database } from '$lib/server/db/client';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { readMonthly } from '../figures/public-trend';
import type { TrendQuery } from '../figures/trend-source';
import { readByVillage, type NamedCell } from '../figures/trends';

/** Elders who came to a group birthday banquet (人次), by village, small numbers withheld. */
export async function readGuestsByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const { guests: startOn } = await readLedgerStarts(db);
	const by = { result: 'attended', by: 'village' } as const;
	return readByVillage(db, query, { startOn, read: (period) => countGuests(db, query.scope, period, by) });
}

/** Elders who came (人次), by month, small numbers withheld. */
export async function readGuestsByMonth(db: Database, query: TrendQuery): Promise<Trend> {
	const { guests: startOn } = await readLedgerStarts(db);
	const by = { result: 'attended', by: 'all' } as const;
	return readMonthly(query, { startOn, read: (period) => countGuests(db, query.scope, period, by) });
}

/**
 * The estimate with all that its formula shows: the share and tables set for the period's last day; null where none
 * were set.
 */
export async function readPrivateBanquets(db: Database, { scope, periods, guests }: TrendQuery & { guests: number }) {
	const supposition = await findSupposition(db, scope, periods.now.toOn);
	if (!supposition) return null;
	const { sharePercent, tablesEach } = supposition;
	return { guests, sharePercent, tablesEach, ...estimatePrivateBanquets({ guests, sharePercent, tablesEach }) };
}
