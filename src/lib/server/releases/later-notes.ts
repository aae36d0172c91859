import { yearBounds } from '$lib/domain/calendar/calendar';
import { figures, findFigure, type Figure } from '$lib/domain/figures/figure';
import { classOf } from '$lib/domain/releases/figure-class';
import type { Release } from '$lib/domain/releases/release';
import type { Database } from '$lib/server/db/client';
import { askFigure } from '$lib/server/db/figures/counted-parts';
import { readSums } from '$lib/server/db/figures/figure-sums';

/** What came late says too much of a person where a count of 1 is one of health or of stigma. */
const noted = ['feasts', 'pledges', 'elders'];

/** For each released year of a figure that its records no longer come to, the number that came or went since its last note. */
export async function laterNotes(db: Database, unitId: string, published: readonly Release[]): Promise<Release[]> {
	const years = published.filter(({ kind, figure }) => kind === 'year' && isNoted(figure));
	if (years.length === 0) return [];
	const asks = years.map(({ figure, year }) => askFigure(findFigure(figures, figure)!.source, yearBounds(year)));
	const counts = (await readSums(db, unitId, asks)) as number[];
	return years.flatMap(({ figure, year, cells }, at) => {
		const notes = published.filter((one) => one.kind === 'later' && one.figure === figure && one.year === year);
		const known = notes.reduce((sum, note) => sum + note.cells[0]!.value!, cells[0]!.value!);
		const value = counts[at]! - known;
		return value === 0 ? [] : [{ figure, kind: 'later', year, ...yearBounds(year), cells: [{ key: '', value }] }];
	});
}

function isNoted(id: string): boolean {
	const figure: Figure | null = findFigure(figures, id);
	return figure !== null && noted.includes(classOf(figure));
}
