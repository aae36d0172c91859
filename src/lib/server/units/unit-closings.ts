import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { countOpenIn, updateUnitClosed } from '$lib/server/db/units/unit-changes';
import { findAnswer, recordAct } from '../record-act';
import { type UnitRefusal, findOwn, act } from './units';

export interface CloseUnitCommand {
	id: string;
	unitId: string;
	/** The last day it existed. */
	lastOn: string;
}

export type CloseUnitRefusal =
	| UnitRefusal
	| 'own-unit'
	| 'unit-has-units'
	| 'unit-has-accounts'
	| 'unit-has-records'
	| 'date-in-future'
	| 'date-before-start';

/**
 * Closes a unit from a day on (renumbered, no longer needed): its records stay, nothing new is written for it. `unit-has-records`: it has some of
 * later days, which are to be put right first.
 */
export async function closeUnit(
	ctx: Context,
	{ id, unitId, lastOn }: CloseUnitCommand
): Promise<Result<object, CloseUnitRefusal>> {
	const answered = await findAnswer(ctx, { id, verb: 'closeUnit', subjectId: unitId });
	if (answered) return answered;
	const found = await findOwn(ctx, unitId);
	if (!found.ok) return found;
	if (found.unit.parentId === null || (ctx.actor.kind === 'account' && ctx.actor.unitId === unitId)) {
		return { ok: false, refusal: 'own-unit' };
	}
	if (lastOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (lastOn < found.unit.validFromOn) return { ok: false, refusal: 'date-before-start' };
	const open = await countOpenIn(ctx.db, unitId);
	if (open.units > 0) return { ok: false, refusal: 'unit-has-units' };
	if (open.accounts > 0) return { ok: false, refusal: 'unit-has-accounts' };
	return recordAct(
		ctx,
		{ ...act('closeUnit', id, unitId), detail: { lastOn } },
		[updateUnitClosed(ctx.db, unitId, lastOn)],
		{ 'unit-has-records': 'unit-has-records' } as const
	);
}
