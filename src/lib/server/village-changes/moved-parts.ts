import { addDays } from '$lib/domain/calendar/calendar';
import { insertGridMember, updateGridMember } from '$lib/server/db/units/grids';
import { insertMovedGroups, listMembersFrom, listPartsFrom, type Moves } from '$lib/server/db/units/successions';
import { insertUnit, updateUnitReplaced } from '$lib/server/db/units/unit-changes';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

interface MovedParts {
	/** The groups and grids that end, each with the one of its name that begins. */
	moves: Moves;
	/** The new village of each that begins, and its first day. */
	begun: ReadonlyMap<string, { villageId: string; onDate: string }>;
	closings: Statements;
	openings: Statements;
}

/**
 * Groups and grids of villages that end go over to the new ones: each ends, and one of the same name begins there, with those in charge. One
 * that was added after that day begins there as late, one that was closed since then ends there.
 */
export async function moveParts(
	ctx: Context,
	{ fromIds, onDate, into }: { fromIds: readonly string[]; onDate: string; into: (unitId: string) => string }
): Promise<MovedParts> {
	const parts = await listPartsFrom(ctx.db, fromIds, onDate);
	const moves = new Map(parts.map(({ id }) => [id, ctx.newId()]));
	if (parts.length === 0) return { moves, begun: new Map(), closings: [], openings: [] };
	const firstOn = ({ validFromOn }: { validFromOn: string }) => (validFromOn > onDate ? validFromOn : onDate);
	const begun = parts.map((part) => ({
		...part,
		...{ id: moves.get(part.id)!, parentId: into(part.id), validFromOn: firstOn(part) },
		...stampOf(ctx)
	}));
	return {
		moves,
		begun: new Map(begun.map(({ id, parentId, validFromOn }) => [id, { villageId: parentId, onDate: validFromOn }])),
		closings: parts.map((part) => updateUnitReplaced(ctx.db, part.id, addDays(firstOn(part), -1))),
		openings: [
			...begun.map((part) => insertUnit(ctx.db, part)),
			insertMovedGroups(ctx.db, moves),
			...(await moveMembers(ctx, moves, onDate))
		]
	};
}

/** The people in charge of a grid are so of the one that takes its place. */
async function moveMembers(ctx: Context, moves: Moves, onDate: string): Promise<Statements> {
	const members = await listMembersFrom(ctx.db, [...moves.keys()], onDate);
	return members.flatMap(({ id, gridId: before, role, nameSealed, fromOn, toOn }) => {
		const gridId = moves.get(before)!;
		if (fromOn >= onDate) return [updateGridMember(ctx.db, id, { gridId })];
		const newId = ctx.newId();
		const name = ctx.keys.open(nameSealed, 'grid-members.name', id);
		return [
			updateGridMember(ctx.db, id, { toOn: addDays(onDate, -1) }),
			insertGridMember(ctx.db, {
				...{ id: newId, gridId, role, fromOn: onDate, toOn },
				...{ nameSealed: ctx.keys.seal(name, 'grid-members.name', newId), ...stampOf(ctx) }
			})
		];
	});
}
