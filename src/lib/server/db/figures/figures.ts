import type { Figure } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { readTogether } from '../together';
import { askComplaintCover, askComplaints, asksOfComplaints, checkedMonths } from './complaint-months';
import { askFigure } from './counted-parts';
import { answersOf, askSums } from './figure-sums';
import { askStarts, type LedgerStarts } from './ledger-starts';

/** All that a unit's figures of a period are made from. */
export interface Tally {
	/** What each figure counts, in the order in which they were asked for. */
	counts: number[];
	/** The first day of each ledger in the installation. */
	starts: LedgerStarts;
	/** The months (YYYY-MM) in which complaints were looked for; none where that figure was not asked for. */
	checkedMonths: ReadonlySet<string>;
}

interface Asked {
	figures: readonly Pick<Figure, 'source'>[];
	periods: readonly Period[];
	/** Read with the rest where they are left out. */
	starts?: LedgerStarts;
}

/** The tallies of several units (a town and its villages), each for every one of `periods`, in one round trip and few statements. */
export async function readTallies(db: Database, scopes: readonly string[], asked: Asked): Promise<Tally[][]> {
	const { figures, periods } = asked;
	const { sums, starts, covers } = await readAnswers(db, scopes, asked);
	return scopes.map((scope) => {
		const answers = sums.get(scope)!;
		const cover = covers.find(({ unitId }) => unitId === scope);
		return periods.map((): Tally => {
			const counts = answers.splice(0, figures.length) as number[];
			const complaints = cover ? answers.splice(0, asksOfComplaints) : [];
			return {
				counts,
				starts,
				checkedMonths: cover ? checkedMonths(complaints, cover) : new Set()
			};
		});
	});
}

async function readAnswers(db: Database, scopes: readonly string[], { figures, periods, starts }: Asked) {
	const withComplaints = figures.some(({ source }) => source.from === 'complaints');
	const months = periods.flatMap(({ fromOn, toOn }) => [fromOn.slice(0, 7), toOn.slice(0, 7)]).sort();
	const cover = { units: JSON.stringify(scopes), first: months[0]!, last: months.at(-1)! };
	const queries = {
		sums: askSums(
			db,
			scopes,
			periods.flatMap((period) => [
				...figures.map(({ source }) => askFigure(source, period)),
				...(withComplaints ? askComplaints(period) : [])
			])
		),
		started: starts ? null : askStarts(db, {}),
		covers: withComplaints ? askComplaintCover(db, cover) : null
	};
	const { sums, started, covers } = await readTogether(db, queries);
	return {
		sums: answersOf(sums),
		starts: starts ?? started![0]!,
		covers: covers ?? []
	};
}
