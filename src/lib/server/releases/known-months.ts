import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { figures, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Database } from '$lib/server/db/client';
import { askVillages, isThereOn, villagesOf } from '$lib/server/db/units/villages';
import { readKnown } from '../figures/known-extent';

/** The figures that the public reads from releases alone. */
export const releasedFigures = (figures as readonly Figure[]).filter(isReleased);

/**
 * Which months of a year (0 for January) are known of a figure: not one with an event that it counts and that is neither completed nor
 * cancelled; and who reported banquets in those that are closed.
 */
export async function readKnownMonths(
	db: Database,
	{ unitId, year, closedTo }: { unitId: string; year: number; closedTo: number }
) {
	const months = Array.from({ length: closedTo }, (_, at) => monthBounds(year, at + 1));
	// All of them are over.
	const today = yearBounds(year + 1).fromOn;
	const { fromOn, toOn } = yearBounds(year);
	const listed = villagesOf(await askVillages(db, { scope: unitId, fromOn, on: toOn }));
	const villages = listed.filter((one) => isThereOn(one, toOn));
	const scopes = [unitId, ...villages.map(({ id }) => id)];
	const periods = [...months, yearBounds(year)];
	const knownOf = await readKnown(db, { scopes, figures: releasedFigures, periods, today });
	const isKnown = (id: FigureId, period: Period): boolean => knownOf(id, unitId, period).state === 'known';
	return {
		isKnown: (id: FigureId, month: number): boolean => isKnown(id, months[month]!),
		/** How many months of the year are over before the figure's ledger begins: all of them where it begins later. */
		begins(id: FigureId): number {
			const { from } = knownOf(id, unitId, yearBounds(year));
			return from === null ? 12 : Number(from.slice(5)) - 1;
		},
		isYearKnown: (id: FigureId): boolean => isKnown(id, yearBounds(year)),
		ledger: villages.map(({ id, name, nameEn }) => ({
			key: id,
			name,
			nameEn,
			states: months.map((month) => (knownOf('banquets-held', id, month).state === 'known' ? '1' : '0')).join('')
		}))
	};
}
