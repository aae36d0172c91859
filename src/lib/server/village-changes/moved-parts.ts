import { addDays } from '$lib/domain/calendar/calendar';
import { insertGridMember, updateGridMemberEnded } from '$lib/server/db/units/grids';
import { insertMovedGroups, listMembersOf, listOpenParts, type Moves } from '$lib/server/db/units/successions';
import { insertUnit, updateUnitClosed } from '$lib/server/db/units/unit-changes';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

interface MovedParts {
	/** The groups and grids that end, each with the one of its name that begins. */
	moves: Moves;
	/** The new village of each that begins. */
	villageOf: Moves;
	closings: Statements;
	openings: Statements;
}

/** Groups and grids of villages that end go over to the new ones: each ends, and one of the same name begins there, with those in charge. */
export async function moveParts(
	ctx: Context,
	{ fromIds, onDate, into }: { fromIds: readonly string[]; onDate: string; into: (unitId: string) => string }
): Promise<MovedParts> {
	const parts = await listOpenParts(ctx.db, fromIds);
	const moves = new Map(parts.map(({ id }) => [id, ctx.newId()]));
	if (parts.length === 0) return { moves, villageOf: new Map(), closings: [], openings: [] };
	const lastOn = addDays(onDate, -1);
	const begun = parts.map((part) => ({
		...part,
		...{ id: moves.get(part.id)!, parentId: into(part.id), validFromOn: onDate, validToOn: null },
		...stampOf(ctx)
	}));
	return {
		moves,
		villageOf: new Map(begun.map(({ id, parentId }) => [id, parentId])),
		closings: parts.map(({ id }) => updateUnitClosed(ctx.db, id, lastOn)),
		openings: [
			...begun.map((part) => insertUnit(ctx.db, part)),
			insertMovedGroups(ctx.db, moves),
			...(await moveMembers(ctx, moves, onDate))
		]
	};
}

/** The people in charge of a grid are so of the one that takes its place. */
async function moveMembers(ctx: Context, moves: Moves, onDate: string): Promise<Statements> {
	const members = await listMembersOf(ctx.db, [...moves.keys()]);
	return members
		.filter(({ fromOn }) => fromOn < onDate)
		.flatMap(({ id, gridId, role, nameSealed }) => {
			const newId = ctx.newId();
			const name = ctx.keys.open(nameSealed, 'grid-members.name', id);
			return [
				updateGridMemberEnded(ctx.db, id, addDays(onDate, -1)),
				insertGridMember(ctx.db, {
					...{ id: newId, gridId: moves.get(gridId)!, role, fromOn: onDate },
					...{ nameSealed: ctx.keys.seal(name, 'grid-members.name', newId), ...stampOf(ctx) }
				})
			];
		});
}
