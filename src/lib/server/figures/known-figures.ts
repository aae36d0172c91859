// How far a figure is known: the one rule, as the ledgers of a database answer it.
import type { Figure, Kept } from '$lib/domain/figures/figure';
import { countsEvent, firstUnsettled, settledExtent } from '$lib/domain/figures/unsettled';
import { isLookedThrough, keepingOf, type LedgerName } from '$lib/domain/figures/ledger';
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

export interface AskedFigure extends Omit<AskedExtent, 'startOn'> {
	figure: Pick<Figure, 'source'>;
	/** A unit, and all below it. */
	scope: string;
}

/** An added kind is kept from its own day on, but never before the work ledger itself. */
const keptDays = ({ fromOn, closedFromOn }: Kept, { activities }: LedgerStarts) => ({
	startOn: activities !== null && activities > fromOn ? activities : fromOn,
	closedFromOn
});

/** How far a figure is known in a period of a unit. */
export function knownIn({ starts, known }: LedgerGround, { figure, scope, ...asked }: AskedFigure): KnownExtent {
	const keeping = keepingOf(figure.source);
	const splitOn = known.splitOn(scope);
	const begunFrom = (on: string | null) => ({ ...asked, startOn: latestStart(on, splitOn) });
	const begun = (of: LedgerName) => begunFrom(starts[of]);
	switch (keeping.by) {
		case 'villages': {
			const { ledger, kept } = keeping;
			const { startOn, ...ends } = kept ? keptDays(kept, starts) : { startOn: starts[keeping.of] };
			const looked = isLookedThrough(ledger) ? scope : null;
			return reportedExtent(
				{ ...begunFrom(startOn), ...ends },
				known.reportersOf(scope),
				(unitId, month) => known.knows(ledger, unitId, month) || (looked !== null && known.knows(ledger, looked, month))
			);
		}
		case 'town': {
			// A ledger that the town does not keep at all says nothing about the others.
			const kept = keeping.of.filter((ledger) => starts[ledger] !== null);
			const extents = (kept.length > 0 ? kept : keeping.of).map((of) => keptExtent(begun(of), starts.years[of]));
			const events = starts.unsettled.filter((event) => countsEvent(figure.source, event));
			return settledExtent(leastKnown(extents), firstUnsettled(events, asked.period, asked.isPart), asked.period);
		}
		case 'lasting':
			// Where nothing was ever written down there is no data, though the ledger is declared to begin.
			return lastingExtent(starts.years[keeping.of].length > 0 ? begun(keeping.of) : { ...asked, startOn: null });
	}
}
