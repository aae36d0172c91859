import { addDays } from '$lib/domain/calendar/calendar';
import { insertGridMember, updateGridMemberEnded } from '$lib/server/db/units/grids';
import {
	insertGroupsOfSuccessors,
	insertSuccessions,
	listMembersOf,
	listOpenParts
} from '$lib/server/db/units/successions';
import { insertUnit, updateUnitClosed } from '$lib/server/db/units/unit-changes';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

interface MovedParts {
	/** Of the groups and grids that end. */
	ids: string[];
	/** The group or grid that one of them goes into; undefined for other units. */
	successorOf: (unitId: string) => string | undefined;
	statements: Statements;
}

/** Groups and grids of villages that merge go over to the new one: each ends, and one of the same name begins there, with those in charge. */
export async function moveParts(
	ctx: Context,
	{ villageIds, intoId, onDate }: { villageIds: readonly string[]; intoId: string; onDate: string }
): Promise<MovedParts> {
	const parts = await listOpenParts(ctx.db, villageIds);
	const newIds = new Map(parts.map(({ id }) => [id, ctx.newId()]));
	const ids = [...newIds.keys()];
	if (ids.length === 0) return { ids, successorOf: () => undefined, statements: [] };
	const stamp = stampOf(ctx);
	const lastOn = addDays(onDate, -1);
	const members = await listMembersOf(ctx.db, ids);
	const statements: Statements = [
		...parts.map((part) =>
			insertUnit(ctx.db, {
				...part,
				...{ id: newIds.get(part.id)!, parentId: intoId, validFromOn: onDate, validToOn: null },
				...stamp
			})
		),
		...ids.map((id) => updateUnitClosed(ctx.db, id, lastOn)),
		insertSuccessions(
			ctx.db,
			ids.map((fromId) => ({ fromId, toId: newIds.get(fromId)!, onDate, ...stamp }))
		),
		insertGroupsOfSuccessors(ctx.db, ids),
		...members.flatMap(({ id, gridId, role, nameSealed, fromOn }) => {
			if (fromOn > lastOn) return [];
			const newId = ctx.newId();
			const name = ctx.keys.open(nameSealed, 'grid-members.name', id);
			return [
				updateGridMemberEnded(ctx.db, id, lastOn),
				insertGridMember(ctx.db, {
					...{ id: newId, gridId: newIds.get(gridId)!, role, fromOn: onDate },
					...{ nameSealed: ctx.keys.seal(name, 'grid-members.name', newId), ...stamp }
				})
			];
		})
	];
	return { ids, successorOf: (unitId) => newIds.get(unitId), statements };
}
