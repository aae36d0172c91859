import type { InferOutput } from 'valibot';
import { addDays } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { ownBanquetForm } from '$lib/forms/banquets/household';
import { recordBanquet, type AlreadyRecorded } from './banquets';
import { actAs, type Context } from '../context';
import { insertHouseholdAct } from '$lib/server/db/banquets/banquet-acts';
import { findUnit } from '$lib/server/db/units/units';
import { ownFilingDays } from '$lib/domain/banquets/household-act';
import { farthestPlannedDays } from '$lib/domain/banquets/banquet';
import { isHomeLevel } from '$lib/domain/units/unit';

/** Name and phone normalised; the day is the town's date. `hasRead`: that filing is no permission, and what is kept. */
export type DeclareOwnBanquetCommand = InferOutput<typeof ownBanquetForm>;
export type OwnDateRefusal = 'planned-too-far' | 'planned-long-past';

/**
 * 报备 by the household itself, without an account, recorded as of today; the office has not checked it yet. The village
 * rule advises afterwards and blocks nothing. Out: the code that opens the record with the phone.
 */
export async function declareOwnBanquet(
	ctx: Context,
	{ hasRead: _read, ...command }: DeclareOwnBanquetCommand
): Promise<
	Result<{ banquetId: string; code: string }, 'unit-not-a-village' | AlreadyRecorded | 'form-stale' | OwnDateRefusal>
> {
	const unit = await findUnit(ctx.db, command.unitId);
	const isOpen = unit?.validToOn === null && isHomeLevel(unit.kind);
	if (!isOpen) return { ok: false, refusal: 'unit-not-a-village' };
	const refusal = refuseDay(ctx, command.plannedOn, addDays(ctx.today(), -ownFilingDays));
	if (refusal) return { ok: false, refusal };
	const { id } = command;
	const isPlainly = { origin: 'declared', pricePerTable: null, isHygieneCertificateSeen: false } as const;
	// The household acts, even in a browser where staff is signed in.
	const household = actAs(ctx, { kind: 'visitor' });
	return recordBanquet(household, 'declareOwnBanquet', { ...command, ...isPlainly, declaredOn: ctx.today() }, [
		insertHouseholdAct(ctx.db, { id, banquetId: id, kind: 'declared', at: ctx.now() })
	]);
}

/** Why a household may not plan its banquet for this day; null when it may. Dates of the town. */
export function refuseDay(ctx: Context, plannedOn: string, earliestOn: string): OwnDateRefusal | null {
	if (plannedOn > addDays(ctx.today(), farthestPlannedDays)) return 'planned-too-far';
	return plannedOn < earliestOn ? 'planned-long-past' : null;
}
