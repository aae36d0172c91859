import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import { figures, type Figure, type FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Database } from '$lib/server/db/client';
import { askVillages, isThereOn, villagesOf } from '$lib/server/db/units/villages';
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
	const { toOn } = yearBounds(year);
	const villages = villagesOf(await askVillages(db, { scope: unitId, on: toOn })).filter((one) => isThereOn(one, toOn));
	const scopes = [unitId, ...villages.map(({ id }) => id)];
	const knownOf = await readKnown(db, {
		scopes,
		figures: releasedFigures,
		periods: [...months, yearBounds(year)],
		today
	});
	return {
		isKnown: (id: FigureId, month: number): boolean => knownOf(id, unitId, months[month]!).state === 'known',
		/** How many months of the year are over before the figure's ledger begins: all of them where it begins later. */
		begins(id: FigureId): number {
			const { from } = knownOf(id, unitId, yearBounds(year));
			return from === null ? 12 : Number(from.slice(5)) - 1;
		},
		isYearKnown: (id: FigureId): boolean => knownOf(id, unitId, yearBounds(year)).state === 'known',
		ledger: villages.map(({ id, name, nameEn }) => ({
			key: id,
			name,
			nameEn,
			states: months.map((month) => (knownOf('banquets-held', id, month).state === 'known' ? '1' : '0')).join('')
		}))
	};
}
