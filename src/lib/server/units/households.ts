import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { upsertHouseholdCount } from '$lib/server/db/units/households';
import { recordAct, stampOf } from '../record-act';
import { type UnitRefusal, findOwn, act } from './units';

export interface SetHouseholdsCommand {
	id: string;
	unitId: string;
	/** The day the count holds from. */
	fromOn: string;
	households: number;
}

/** Sets how many households are registered in a village or community from a day on: the base of pledge coverage. */
export async function setHouseholds(
	ctx: Context,
	{ id, unitId, fromOn, households }: SetHouseholdsCommand
): Promise<Result<object, UnitRefusal | 'not-a-village' | 'date-in-future'>> {
	const found = await findOwn(ctx, unitId);
	if (!found.ok) return found;
	if (!isVillageLevel(found.unit.kind)) return { ok: false, refusal: 'not-a-village' };
	if (fromOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	return recordAct(ctx, { ...act('setHouseholds', id, unitId), detail: { fromOn, households } }, [
		upsertHouseholdCount(ctx.db, { unitId, fromOn, households, ...stampOf(ctx) })
	]);
}
