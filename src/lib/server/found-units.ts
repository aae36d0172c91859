import { listFound, listedField, longestSearch, offeredField, searchField } from '$lib/domain/units/unit-choice';
import type { Context } from './context';
import { findUnitsNamed } from './db/units/unit-choice';
import { findersOf, type Schema } from './form-fields';
import { readOffered } from './units-offered';

/**
 * Before a form is read: where a name was typed that its list was not made for, and it finds exactly one unit, that unit is the one that
 * is meant. It is written into the form, as if it had been looked for and chosen.
 */
export async function takeUnitsFound(ctx: Context, sent: FormData, schema: Schema): Promise<void> {
	const text = (field: string) => String(sent.get(field) ?? '').trim();
	for (const name of findersOf(schema, sent.keys())) {
		const search = text(searchField(name)).slice(0, longestSearch);
		const offered = readOffered(text(offeredField(name)));
		if (search === '' || search === text(listedField(name)) || !offered) continue;
		const { foundId } = listFound(await findUnitsNamed(ctx.db, offered, search, null), search, null);
		if (foundId === null) continue;
		sent.set(name, foundId);
		sent.set(listedField(name), search);
	}
}
