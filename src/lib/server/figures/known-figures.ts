// How far a figure is known: the one rule, as the ledgers of a database answer it.
import type { Figure, Kept } from '$lib/domain/figures/figure';
import { keepingOf, type LedgerName } from '$lib/domain/figures/ledger';
import {
	keptExtent,
	lastingExtent,
	latestStart,
	leastKnown,
	reportedExtent,
	type AskedExtent,
	type KnownExtent
} from '$lib/domain/figures/known';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import type { LedgerGround } from '$lib/server/db/figures/figures';
import type { Answer } from '$lib/server/db/figures/figure-sums';

export interface AskedFigure extends Omit<AskedExtent, 'startOn'> {
	figure: Pick<Figure, 'source'>;
	/** A unit, and all below it. */
	scope: string;
	/** What the figure comes to by month, where it is asked for complaints: a month with a complaint was looked through. */
	counts?: Answer;
}

/** An added kind is kept from its own day on, but never before the work ledger itself. */
const keptDays = ({ fromOn, closedFromOn }: Kept, { activities }: LedgerStarts) => ({
	startOn: activities !== null && activities > fromOn ? activities : fromOn,
	closedFromOn
});

/** How far a figure is known in a period of a unit. */
export function knownIn(
	{ starts, known }: LedgerGround,
	{ figure, scope, counts, ...asked }: AskedFigure
): KnownExtent {
	const keeping = keepingOf(figure.source);
	const splitOn = known.splitOn(scope);
	const begunFrom = (on: string | null) => ({ ...asked, startOn: latestStart(on, splitOn) });
	const begun = (of: LedgerName) => begunFrom(starts[of]);
	switch (keeping.by) {
		case 'villages': {
			const isLooked = figure.source.from === 'complaints' && typeof counts === 'object' ? counts : {};
			return reportedExtent(
				begun(keeping.of),
				known.reportersOf(scope),
				(unitId, month) => known.knows(keeping.ledger, unitId, month) || (isLooked[month] ?? 0) > 0
			);
		}
		case 'town': {
			if (keeping.kept) {
				const { startOn, closedFromOn } = keptDays(keeping.kept, starts);
				return keptExtent({ ...begunFrom(startOn), closedFromOn }, starts.kindYears[keeping.kept.id] ?? []);
			}
			// A ledger that the town does not keep at all says nothing about the others.
			const kept = keeping.of.filter((ledger) => starts[ledger] !== null);
			const extents = (kept.length > 0 ? kept : keeping.of).map((of) => keptExtent(begun(of), starts.years[of]));
			return leastKnown(extents);
		}
		case 'lasting':
			// Where nothing was ever written down there is no data, though the ledger is declared to begin.
			return lastingExtent(starts.years[keeping.of].length > 0 ? begun(keeping.of) : { ...asked, startOn: null });
	}
}
