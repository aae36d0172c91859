import { rangePeriods, type Period } from '$lib/domain/calendar/reporting-period';
import type { Figure, FigureId } from '$lib/domain/figures/figure';
import type { KnownExtent } from '$lib/domain/figures/known';
import type { Database } from '$lib/server/db/client';
import { ledgersOf, monthsAround } from '$lib/server/db/figures/figures';
import { askKnownMonths, knownMonthsOf } from '$lib/server/db/figures/known-months';
import { askStarts, type LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { knownIn } from './known-figures';

interface Asked {
	figures: readonly Pick<Figure, 'id' | 'source'>[];
	/** Also periods that are running or to come: what of them is over on `today` (the town's date) is asked for. */
	periods: readonly Period[];
	today: string;
	/** Read with the rest where they are left out. */
	starts?: LedgerStarts;
}

/** How far figures are known, by figure, unit and period, as they were asked for. */
export type KnownOf = (figure: FigureId, scope: string, period: Period) => KnownExtent;

/**
 * How far figures are known in several periods, each in several units with all below them; counts nothing. One round trip, and it reads
 * kept sums alone, however many periods there are.
 */
export async function readKnown(
	db: Database,
	{ scopes, figures, periods, today, starts }: Asked & { scopes: readonly string[] }
): Promise<KnownOf> {
	const ledgers = ledgersOf(figures);
	const asked = monthsAround(periods);
	const read = await readTogether(db, {
		known: askKnownMonths(db, { scopes, ledgers, ...asked }),
		started: starts ? null : askStarts(db, {})
	});
	const ground = { starts: starts ?? read.started![0]!, known: knownMonthsOf(read.known) };
	return (id, scope, period) => {
		const { now } = rangePeriods(period, today);
		const figure = figures.find((one) => one.id === id)!;
		return knownIn(ground, { figure, scope, period: now, isPart: now.toOn >= today });
	};
}

/** How far figures are known in one period of one unit. */
export async function knownExtent(
	db: Database,
	{ scope, period, ...asked }: Omit<Asked, 'periods'> & { scope: string; period: Period }
): Promise<Map<FigureId, KnownExtent>> {
	const knownOf = await readKnown(db, { scopes: [scope], periods: [period], ...asked });
	return new Map(asked.figures.map(({ id }) => [id, knownOf(id, scope, period)]));
}
