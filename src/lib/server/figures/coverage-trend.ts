import { publishCoverage } from '$lib/domain/pledges/pledge-coverage';
import type { Trend } from '$lib/domain/figures/trend';
import { pledgesInForce, upTo } from '$lib/server/db/figures/counted-parts';
import { askHouseholds, householdsOn } from '$lib/server/db/figures/households';
import type { VillageCoverage } from '$lib/server/db/figures/village-coverage';
import type { TrendAsker, TrendPart } from './trend-asker';
import type { NamedCell } from './trends';

/** Pledge coverage in percent, by village and of all, on the last days of the two periods, as the public may know it. */
export const coverageTrend: TrendPart<Trend<NamedCell>> = (asker) => {
	const villages = askCoverage(asker);
	return () => {
		const [is, was] = villages().map(publishCoverage) as [Published, Published];
		return {
			total: is.total?.percent ?? null,
			previousTotal: was.total?.percent ?? null,
			cells: is.rows.map(({ villageId, name, nameEn, percent, shown }) => {
				const earlier = was.rows.find((row) => row.villageId === villageId);
				const previous = { previous: earlier?.percent ?? null, previousShown: earlier?.shown ?? 'exact' } as const;
				return { key: villageId, name, nameEn, value: percent, shown, ...previous };
			})
		};
	};
};

type Covered = Omit<VillageCoverage, 'onCurrent'>;
type Published = ReturnType<typeof publishCoverage<Covered>>;

/** The coverage of every open village on the last days of the two periods. */
export function askCoverage(asker: TrendAsker): () => Covered[][] {
	const {
		scope,
		periods: { now, before }
	} = asker.query;
	const villages = asker.villages();
	const households = asker.rows(askHouseholds(asker.db, scope));
	const asked = [now, before].map(({ toOn }) => ({
		toOn,
		pledged: asker.ofVillages({ of: pledgesInForce(), period: upTo(toOn) })
	}));
	return () =>
		asked.map(({ toOn, pledged }) => {
			const { pledges: startOn } = asker.starts();
			// Before the ledger began there is no coverage, which differs from 0 %.
			const isBegun = startOn !== null && startOn <= toOn;
			const [counts, registered] = [pledged(), isBegun ? householdsOn(households(), toOn) : new Map<string, number>()];
			return villages()
				.filter(({ validToOn }) => validToOn === null)
				.map(({ id, name, nameEn }) => ({
					villageId: id,
					name,
					nameEn,
					pledged: counts.get(id) as number,
					registered: registered.get(id) ?? null
				}));
		});
}
