import { listFirst, listFound, searchField, type UnitChoice } from '$lib/domain/units/unit-choice';
import type { Context } from '../context';
import { listUnitsNamed, type UnitsOffered } from '../db/units/unit-choice';

/** What was sent to a page: the query of its address, or the form that it shows again. */
export interface Sent {
	get(name: string): unknown;
}

const isId = /^[0-9a-f-]{36}$/;
const longest = 60;

/**
 * What the field `name` of a page offers, and what is chosen in it: what was sent, or else `first`.
 * Where the units are too many for one list, the name that was sent beside it narrows them down.
 */
export async function readUnitChoice(
	ctx: Context,
	sent: Sent,
	{ name, first = null, ...offered }: UnitsOffered & { name: string; first?: string | null }
): Promise<UnitChoice> {
	const text = (field: string) => String(sent.get(field) ?? '').trim();
	const asked = sent.get(name) === null ? (first ?? '') : text(name);
	const chosenId = isId.test(asked) ? asked : null;
	const search = text(searchField(name)).slice(0, longest);
	const all = listFirst(await ctx.firstUnits(offered), chosenId);
	if (!all.isNarrowed || (search === '' && chosenId === null)) return all;
	const found = { ...all, ...listFound(await listUnitsNamed(ctx.db, offered, search, chosenId), search, chosenId) };
	if (search !== '') return found;
	// The villages, if they are few enough to be listed, with the groups of the chosen one.
	const isListed = new Set(all.units.map(({ id }) => id));
	return {
		...found,
		units: [...all.units, ...found.units.filter(({ id }) => !isListed.has(id))],
		leftOut: all.leftOut
	};
}
