import type { RequestEvent } from '@sveltejs/kit';
import { officeKinds } from '$lib/domain/units/unit';
import { mostListed, searchField, type UnitChoice } from '$lib/domain/units/unit-choice';
import type { Unit } from '$lib/server/db/units/units';
import { numberedPage, type NumberedPage } from '$lib/server/numbered-pages';
import { listBoardUnits } from '$lib/server/targets/target-board';
import { readUnitChoice } from '$lib/server/units/unit-choice';

/** Columns beside the town's own, where the villages are too many for one sheet. */
const columns = 2;

/**
 * The ids of the units below `unit` that a page of a year's targets shows: all of them; or where they are many a page of them
 * (?villages=2), or the one that was looked for (?village=). `choice`: what the field for it offers; null where it is not needed.
 */
export async function readColumns(
	{ locals: { context: ctx }, url }: Pick<RequestEvent, 'locals' | 'url'>,
	unit: Unit,
	year: number
): Promise<NumberedPage<string> & { choice: UnitChoice | null }> {
	const ids = (await listBoardUnits(ctx.db, unit, year)).map(({ id }) => id);
	if (ids.length <= mostListed) return { rows: ids, before: null, next: null, choice: null };
	const choice = await readUnitChoice(ctx, url.searchParams, {
		name: 'village',
		scope: unit.id,
		among: 'directly-below',
		kinds: officeKinds
	});
	const chosen = ids.filter((id) => id === choice.chosenId);
	if (chosen.length > 0) return { rows: chosen, before: null, next: null, choice };
	if (choice.isOpen) return { rows: [], before: null, next: null, choice };
	// What was saved is said once.
	const query = new URLSearchParams(url.searchParams);
	query.delete('saved');
	return { ...numberedPage(query, ids, { name: 'villages', size: columns, anchor: 'columns' }), choice };
}

/** What an address says about the columns (`&villages=2`), for another address to ask for the same ones; '' for nothing. */
export function keepColumns(query: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of ['villages', 'village', searchField('village')])
		if (query.get(name)) kept.set(name, query.get(name)!);
	return kept.size > 0 ? `&${kept}` : '';
}
