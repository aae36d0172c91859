import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Figure } from '$lib/domain/figures/figure';
import { ledgerOfFigure } from '$lib/domain/figures/coverage';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import type { Database } from '../client';
import { readTogether } from '../together';
import { askFigure, partsOf, type Ask } from './counted-parts';
import { answersOf, askSums, type Answer } from './figure-sums';
import { askKnownMonths, knownMonthsOf, type KnownMonths } from './known-months';
import { askStarts, type LedgerStarts } from './ledger-starts';

type Asking = Pick<Figure, 'source'>;

/** What is known of ledgers: from which day each is kept, in which years it has records, and who reported which months. */
export interface LedgerGround {
	starts: LedgerStarts;
	known: KnownMonths;
}

interface Asked {
	figures: readonly Asking[];
	periods: readonly Period[];
	/** Read with the rest where they are left out. */
	starts?: LedgerStarts;
}

/**
 * What figures come to in several units (a town and its villages), by month where records of months are added up, with all that decides
 * how far they are known; in one round trip and few statements.
 */
export async function readTallies(db: Database, scopes: readonly string[], asked: Asked) {
	const { figures, periods, starts } = asked;
	const ledgers = ledgersOf(figures);
	const asks = periods.flatMap((period) =>
		figures.map(({ source }): Ask => {
			const byMonth = partsOf(source) !== null;
			return { ...askFigure(source, period), byMonth };
		})
	);
	const read = await readTogether(db, {
		sums: askSums(db, scopes, asks),
		started: starts ? null : askStarts(db, {}),
		known: askKnownMonths(db, { scopes, ledgers, ...monthsAround(periods) })
	});
	const answers = answersOf(read.sums);
	const ground: LedgerGround = { starts: starts ?? read.started![0]!, known: knownMonthsOf(read.known) };
	return {
		ground,
		/** What the `nth` figure comes to in the `at`th period. */
		countsOf: (scope: string, at: number, nth: number): Answer => answers.get(scope)![at * figures.length + nth]!
	};
}

/** The ledgers that units report month by month for these figures. */
export const ledgersOf = (figures: readonly Asking[]): ReportedLedger[] => [
	...new Set(figures.flatMap(({ source }) => ledgerOfFigure(source) ?? []))
];

/** The first and the last month (YYYY-MM) of all these periods. */
export function monthsAround(periods: readonly Period[]): { first: string; last: string } {
	const months = periods.flatMap(({ fromOn, toOn }) => [fromOn.slice(0, 7), toOn.slice(0, 7)]).sort();
	return { first: months[0]!, last: months.at(-1)! };
}
