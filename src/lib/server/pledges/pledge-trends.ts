import { publishCoverage, rankCoverage } from '$lib/domain/pledges/pledge-coverage';
import { percentagePoints } from '$lib/domain/figures/rate';
import type { Trend } from '$lib/domain/figures/trend';
import type { Database } from '$lib/server/db/client';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { listCoverage } from '$lib/server/db/pledges/pledge-coverage';
import { countPledged } from '$lib/server/db/figures/trends';
import { readMonthly } from '../figures/public-trend';
import type { TrendQuery } from '../figures/trend-source';

/** Household pledges signed and in force at the period's end, by the month of signature, small numbers withheld. */
export async function readPledgeTrend(db: Database, query: TrendQuery): Promise<Trend> {
	const { pledges: startOn } = await readLedgerStarts(db);
	return readMonthly(query, { startOn, read: (period) => countPledged(db, query.scope, period) });
}

/**
 * Villages ranked by coverage on the period's last day, or today, as the public may know it. Out with the total where it may be published,
 * and how many of these are on the text in force; `points`: 百分点 against the other period's last day, null where either rate is withheld.
 */
export async function readCoverageRanking(db: Database, { scope, periods: { now, before } }: TrendQuery) {
	const [villages, earlier] = await Promise.all([now, before].map(({ toOn }) => listCoverage(db, scope, toOn)));
	const [is, was] = [publicOf(villages!), publicOf(earlier!)];
	const rows = rankCoverage(is.rows).map((row) => {
		const previous = was.rows.find(({ villageId }) => villageId === row.villageId);
		return { ...row, points: pointsBetween(row, previous) };
	});
	const onCurrent = villages!.reduce((sum, village) => sum + village.onCurrent, 0);
	return { on: now.toOn, rows, total: is.total && { ...is.total, onCurrent } };
}

const publicOf = (villages: Awaited<ReturnType<typeof listCoverage>>) =>
	publishCoverage(villages.map(({ onCurrent: _, ...village }) => village));

type PublishedCount = { pledged: number | null; registered: number | null };

/** On the exact rates; null where either of them is withheld or unknown. */
function pointsBetween(now: PublishedCount, before: PublishedCount | undefined): number | null {
	const [rate, previous] = [ratioOf(now), before ? ratioOf(before) : null];
	return rate && previous && percentagePoints(rate, previous);
}

const ratioOf = ({ pledged, registered }: PublishedCount) =>
	pledged === null || registered === null ? null : { part: pledged, whole: registered };
