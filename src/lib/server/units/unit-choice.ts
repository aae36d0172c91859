import {
	listFirst,
	listFound,
	listedField,
	longestSearch,
	searchField,
	type UnitChoice
} from '$lib/domain/units/unit-choice';
import type { Context } from '../context';
import { findUnitsNamed, type UnitsOffered } from '../db/units/unit-choice';
import { writeOffered } from '../units-offered';

/** What was sent to a page: the query of its address, or the form that it shows again. */
export interface Sent {
	get(name: string): unknown;
}

const isId = /^[0-9a-f-]{36}$/;

/**
 * What the field `name` of a page offers, and what is chosen in it: what was sent, or else `first`.
 * Where the units are too many for one list, the name that was sent beside it narrows them down. A list that is asked for by the name of a
 * village is of the whole village; a form that writes leaves it to the reader which of its groups they mean.
 */
export async function readUnitChoice(
	ctx: Context,
	sent: Sent,
	{ name, first = null, ...offered }: UnitsOffered & { name: string; first?: string | null }
): Promise<UnitChoice> {
	const text = (field: string) => String(sent.get(field) ?? '').trim();
	const asked = sent.get(name) === null ? (first ?? '') : text(name);
	const chosenId = isId.test(asked) ? asked : null;
	const search = text(searchField(name)).slice(0, longestSearch);
	const all = { ...listFirst(await ctx.firstUnits(offered), chosenId), offered: writeOffered(offered) };
	if (!all.isNarrowed || (search === '' && chosenId === null)) return all;
	const isList = sent.get(listedField(name)) === null;
	const found = {
		...all,
		...listFound(await findUnitsNamed(ctx.db, offered, search, chosenId), search, chosenId, isList)
	};
	if (search !== '') return { ...found, isOpen: isList && found.chosenId === null };
	// The villages, if they are few enough to be listed, with the groups of the chosen one.
	const isListed = new Set(all.units.map(({ id }) => id));
	return {
		...found,
		units: [...all.units, ...found.units.filter(({ id }) => !isListed.has(id))],
		leftOut: all.leftOut
	};
}
