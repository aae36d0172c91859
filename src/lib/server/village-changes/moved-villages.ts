// What a merger and a split have in common: villages end, others begin on the next day, and what is in use goes over to them.
import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import { updateUnitsOfSeries } from '$lib/server/db/birthdays/birthday-series';
import { updateUnitsOfEvents } from '$lib/server/db/events/events';
import { updateUnitsOfAccounts } from '$lib/server/db/people/accounts';
import { isYearClosed } from '$lib/server/db/reviews/closings';
import type { Moves } from '$lib/server/db/units/successions';
import { isUnitNameTaken, updateUnitClosed } from '$lib/server/db/units/unit-changes';
import type { Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { findOwn, type UnitRefusal } from '../units/units';
import { moveElders } from './moved-elders';
import { moveParts } from './moved-parts';

export interface Move {
	/** The villages that end. */
	fromIds: readonly string[];
	/** The first day of the new ones. */
	onDate: string;
	/** The new village that takes over what is of one of these villages, or of a group or grid of theirs. */
	into: (unitId: string) => string;
}

/**
 * Accounts, elders, birthday series and events to come go over to the new villages; groups and grids begin there anew. `closings`: the
 * villages end, with all below them. `openings` go after the new villages are entered where they belong.
 */
export async function moveVillages(
	ctx: Context,
	move: Move
): Promise<{ moves: Moves; closings: Statements; openings: Statements }> {
	const { fromIds, onDate, into } = move;
	const parts = await moveParts(ctx, move);
	const moves = new Map([...fromIds.map((id): [string, string] => [id, into(id)]), ...parts.moves]);
	const elders = await moveElders(ctx, fromIds, (unitId) => {
		const place = moves.get(unitId) ?? into(unitId);
		return { unitId: place, villageId: parts.villageOf.get(place) ?? place };
	});
	return {
		moves,
		closings: [...parts.closings, ...fromIds.map((id) => updateUnitClosed(ctx.db, id, addDays(onDate, -1)))],
		openings: [
			...parts.openings,
			updateUnitsOfAccounts(ctx.db, moves),
			updateUnitsOfEvents(ctx.db, moves, instantOf(onDate, '00:00')),
			updateUnitsOfSeries(ctx.db, moves),
			...elders
		]
	};
}

export type MoveRefusal =
	UnitRefusal | 'own-unit' | 'date-in-future' | 'date-before-start' | 'year-is-closed' | 'unit-name-taken';

/**
 * The villages that end, where the actor may end them on that day: open ones of one town, none of them the actor's own. `firstYear`: the
 * first year whose tables change; once it is closed they are published. `names`: of the new villages.
 */
export async function checkVillages<R extends string>(
	ctx: Context,
	of: { fromIds: readonly string[]; onDate: string; firstYear: number; names: readonly string[]; otherwise: R }
): Promise<Result<{ villages: [Unit, ...Unit[]] }, MoveRefusal | R>> {
	const { fromIds, onDate, names } = of;
	const found = await Promise.all(fromIds.map((id) => findOwn(ctx, id)));
	const refused = found.find((one) => !one.ok);
	if (refused && !refused.ok) return refused;
	const [first, ...rest] = found.flatMap((one) => (one.ok ? [one.unit] : []));
	if (!first?.parentId || ![first, ...rest].every((one) => isVillageLevel(one.kind) && one.parentId === first.parentId))
		return { ok: false, refusal: of.otherwise };
	if (ctx.actor.kind === 'account' && fromIds.includes(ctx.actor.unitId)) return { ok: false, refusal: 'own-unit' };
	if (onDate > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if ([first, ...rest].some(({ validFromOn }) => onDate <= validFromOn))
		return { ok: false, refusal: 'date-before-start' };
	if (await isYearClosed(ctx.db, first.parentId, of.firstYear)) return { ok: false, refusal: 'year-is-closed' };
	for (const name of names)
		if (await isUnitNameTaken(ctx.db, { parentId: first.parentId, name, exceptIds: fromIds }))
			return { ok: false, refusal: 'unit-name-taken' };
	return { ok: true, villages: [first, ...rest] };
}
