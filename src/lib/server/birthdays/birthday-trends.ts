import { estimatePrivateBanquets } from '$lib/domain/birthdays/private-banquets';
import { findSupposition } from '$lib/server/db/birthdays/suppositions';
import type { Database } from '$lib/server/db/client';
import type { TrendQuery } from '../figures/trend-query';

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
