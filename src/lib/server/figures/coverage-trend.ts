import { publishCoverage } from '$lib/domain/pledges/pledge-coverage';
import type { Trend } from '$lib/domain/figures/trend';
import type { Database } from '$lib/server/db/client';
import { listCoverage } from '$lib/server/db/pledges/pledge-coverage';
import type { TrendQuery } from './trend-source';
import type { NamedCell } from './trends';

/** Pledge coverage in percent, by village and of all, on the last days of the two periods, as the public may know it. */
export async function readCoverageTrend(
	db: Database,
	{ scope, periods: { now, before } }: TrendQuery
): Promise<Trend<NamedCell>> {
	const villages = await Promise.all([now, before].map(({ toOn }) => listCoverage(db, scope, toOn)));
	const [is, was] = villages.map(publishCoverage) as [Coverage, Coverage];
	return {
		total: is.total?.percent ?? null,
		previousTotal: was.total?.percent ?? null,
		cells: is.rows.map(({ villageId, name, nameEn, percent, shown }) => {
			const earlier = was.rows.find((row) => row.villageId === villageId);
			const previous = { previous: earlier?.percent ?? null, previousShown: earlier?.shown ?? 'exact' } as const;
			return { key: villageId, name, nameEn, value: percent, shown, ...previous };
		})
	};
}

type Coverage = ReturnType<typeof publishCoverage<Awaited<ReturnType<typeof listCoverage>>[number]>>;
