import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import { figures, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Database } from '$lib/server/db/client';
import { readCoverage } from '../figures/coverage';
import { readKnown } from '../figures/known-extent';

/** The figures that the public reads from releases alone. */
export const releasedFigures = (figures as readonly Figure[]).filter(isReleased);

/** Which months of a year (0 for January) are known of a figure, and who reported banquets in those that are closed. */
export async function readKnownMonths(
	db: Database,
	{ unitId, year, closedTo }: { unitId: string; year: number; closedTo: number }
) {
	const months = Array.from({ length: closedTo }, (_, at) => monthBounds(year, at + 1));
	// All of them are over.
	const today = yearBounds(year + 1).fromOn;
	const [knownOf, [coverage]] = await Promise.all([
		readKnown(db, { scopes: [unitId], figures: releasedFigures, periods: [...months, yearBounds(year)], today }),
		readCoverage(db, { scope: unitId, year, today, ledgers: ['banquet'] })
	]);
	return {
		isKnown: (id: FigureId, month: number): boolean => knownOf(id, unitId, months[month]!).state === 'known',
		/** How many months of the year are over before the figure's ledger begins: all of them where it begins later. */
		begins(id: FigureId): number {
			const { from } = knownOf(id, unitId, yearBounds(year));
			return from === null ? 12 : Number(from.slice(5)) - 1;
		},
		isYearKnown: (id: FigureId): boolean => knownOf(id, unitId, yearBounds(year)).state === 'known',
		ledger: coverage!.rows.map(({ id, name, nameEn, months: states }) => ({
			key: id,
			name,
			nameEn,
			states: states
				.slice(0, closedTo)
				.map(({ state }) => (state === 'reported' || state === 'checked' ? '1' : '0'))
				.join('')
		}))
	};
}
