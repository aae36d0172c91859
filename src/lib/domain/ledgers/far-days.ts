import { isBanquetHeld, type Outcome } from '../banquets/banquet';
import { isFarDay, type SecondDay } from '../calendar/near-days';
import type { RowValues } from './ledger-row';
import type { Ledger, LedgerColumn } from './ledgers';
import type { CellFault } from './row-faults';

/** Two columns of a ledger: the second day of a matter, and the first, from which it is not far. */
type Pair = readonly [second: SecondDay, column: LedgerColumn, from: LedgerColumn];

const pairsOf: Partial<Record<Ledger, (values: RowValues) => readonly Pair[]>> = {
	banquets: ({ outcome = 'held' }) => [
		[isBanquetHeld(outcome as Outcome) ? 'held' : 'called-off', 'endedOn', 'plannedOn'],
		['declared', 'declaredOn', 'plannedOn']
	],
	dissuasions: () => [['visited', 'wentOn', 'plannedOn']],
	cases: () => [['settled', 'settledOn', 'receivedOn']]
};

/** The days of a row that are far from the other day of the same matter: each is asked about. */
export function findFarDays(ledger: Ledger, values: RowValues): CellFault[] {
	const asked = pairsOf[ledger]?.(values).flatMap(([second, column, from]) => {
		const [on, of] = [values[column], values[from]];
		if (typeof on !== 'string' || typeof of !== 'string' || !isFarDay(second, on, of)) return [];
		return { column, fault: 'day-far' as const, with: [from] };
	});
	return asked ?? [];
}
