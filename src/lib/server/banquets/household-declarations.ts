import type { InferOutput } from 'valibot';
import { addDays } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { ownBanquetForm } from '$lib/forms/banquets/household';
import { recordBanquet, type AlreadyRecorded } from './banquets';
import { actAs, type Context } from '../context';
import type { AskedDay } from '../early-day';
import { insertHouseholdAct } from '$lib/server/db/banquets/banquet-acts';
import { findUnit } from '$lib/server/db/units/units';
import { isDeclaredToday, ownDay, ownFilingDays } from '$lib/domain/banquets/household-act';
import { farthestPlannedDays, type Origin } from '$lib/domain/banquets/banquet';
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
	const refusal = refuseDay(ctx, command.plannedOn, null);
	if (refusal) return { ok: false, refusal };
	const { id } = command;
	const isPlainly = { origin: 'declared', pricePerTable: null, isHygieneCertificateSeen: false } as const;
	// The household acts, even in a browser where staff is signed in.
	const household = actAs(ctx, { kind: 'visitor' });
	return recordBanquet(household, 'declareOwnBanquet', { ...command, ...isPlainly, declaredOn: ctx.today() }, [
		insertHouseholdAct(ctx.db, { id, banquetId: id, kind: 'declared', at: ctx.now() })
	]);
}

/** What is on record of a banquet that its household corrects. */
type Recorded = { origin: Origin; declaredOn: string; plannedOn: string };

/**
 * The day that a household plans a banquet for, asked about where it has passed or is far ahead. It is not asked where it stays as it is on record,
 * nor where it is refused.
 */
export function askOwnDay(
	ctx: Context,
	{ plannedOn, occasion }: Pick<DeclareOwnBanquetCommand, 'plannedOn' | 'occasion'>,
	recorded: Recorded | null = null
): AskedDay {
	const today = ctx.today();
	const isSettled = plannedOn === recorded?.plannedOn || refuseDay(ctx, plannedOn, recorded) !== null;
	const code = plannedOn < today ? 'own-day-passed' : 'own-day-far';
	return { code, field: 'plannedOn', second: ownDay(occasion), on: plannedOn, from: isSettled ? null : today };
}

/**
 * Why a household may not plan its banquet for this day; null when it may. Dates of the town. `recorded`: what it corrects, to a day still to come, or
 * on the day it declared it, to any that it may declare.
 */
export function refuseDay(ctx: Context, plannedOn: string, recorded: Recorded | null): OwnDateRefusal | null {
	const today = ctx.today();
	if (plannedOn > addDays(today, farthestPlannedDays)) return 'planned-too-far';
	const mayBePast = recorded === null || isDeclaredToday({ ...recorded, today });
	return plannedOn < (mayBePast ? addDays(today, -ownFilingDays) : today) ? 'planned-long-past' : null;
}
