import type { InferOutput } from 'valibot';
import { addDays } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { banquetForm } from '$lib/forms/banquets/banquet';
import type { Context } from '../context';
import { findBanquet, insertBanquet } from '$lib/server/db/banquets/banquets';
import { findUnit } from '$lib/server/db/units/units';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor } from '../people/rights';
import { sealHost } from './host';
import { tellApart } from './other-household';
import { farthestPlannedDays } from '$lib/domain/banquets/banquet';
import { isHomeLevel } from '$lib/domain/units/unit';

/** Name and phone normalised (forms/fields); dates of the town; price in yuan. */
export type DeclareBanquetCommand = Omit<InferOutput<typeof banquetForm>, 'isOtherHousehold'> & {
	/** A cadre says that it is of another household than the one that is recorded with this telephone. */
	isOtherHousehold?: boolean;
};
export type BanquetDateRefusal = 'date-in-future' | 'planned-too-far';
export type DeclareBanquetRefusal =
	'not-your-unit' | 'unit-not-a-village' | AlreadyRecorded | 'form-stale' | BanquetDateRefusal;

/** `household-already-recorded`: a cadre said that it is another household, and this very one is recorded. */
export type AlreadyRecorded = 'banquet-already-recorded' | 'household-already-recorded';

/** One household, occasion and day is one banquet, no matter who declares it. */
export const once = {
	'refusal:banquet-already-recorded': 'banquet-already-recorded',
	'banquets.host_phone_index': 'banquet-already-recorded',
	'banquets.host_name_index': 'banquet-already-recorded'
} as const;

/** What was struck out stays as it was; and a month that was checked as zero has none until that zero is struck out. */
export const standsRemoved = {
	'refusal:banquet-removed': 'banquet-removed',
	'refusal:month-checked-zero': 'month-checked-zero'
} as const;

/**
 * Records a banquet, 报备 by the household (origin `declared`) or found by a cadre (`found`), by staff of its unit.
 * Village rules play no part: they advise on the page. Out: the code that opens the household's own record.
 * Refusals: a date cannot be; this household has this occasion on this day recorded already, or another one with its telephone.
 */
export async function declareBanquet(
	ctx: Context,
	command: DeclareBanquetCommand
): Promise<Result<{ banquetId: string; code: string }, DeclareBanquetRefusal>> {
	const refusal = (await refuseUnit(ctx, command.unitId)) ?? refuseDates(ctx, command);
	if (refusal) return { ok: false, refusal };
	return recordBanquet(ctx, 'declareBanquet', command);
}

/**
 * Writes a new banquet as the act `verb`. `ownAct`: what is written besides where the household declares it itself, so that it waits for a
 * cadre's confirmation. The caller checks rights and dates. Out: the code that opens the record with the host's phone; the same for the same id and phone.
 */
export async function recordBanquet(
	ctx: Context,
	verb: string,
	command: DeclareBanquetCommand,
	ownAct: Statements | null = null
): Promise<Result<{ banquetId: string; code: string }, AlreadyRecorded | 'form-stale'>> {
	const { id, hostName, hostPhone, isOtherHousehold, ...banquet } = command;
	const host = sealHost(ctx, id, { hostName, hostPhone, unitId: banquet.unitId });
	const apart = await tellApart(ctx, { id, ...host, ...banquet }, { hostName, isOtherHousehold });
	if (!apart.ok) return apart;
	const kept = await recordAct(
		ctx,
		{ id, verb, subject: { type: 'banquet', id }, unitId: banquet.unitId, detail: countable(command) },
		[
			insertBanquet(ctx.db, {
				...banquet,
				id,
				...host,
				otherHouseholdIndex: apart.otherHouseholdIndex,
				confirmedTables: ownAct ? null : banquet.tablesPlanned,
				code: ctx.newCode(),
				...stampOf(ctx)
			}),
			...(ownAct ?? [])
		],
		once
	);
	if (!kept.ok) return kept;
	const found = await findBanquet(ctx.db, id);
	const isSame =
		found?.banquet.hostPhoneIndex === host.hostPhoneIndex && found.banquet.hostNameIndex === host.hostNameIndex;
	if (!found || !isSame) return { ok: false, refusal: 'form-stale' };
	return { ok: true, banquetId: id, code: found.banquet.code };
}

/** Why the actor may not enter a banquet of this unit; null when it may. */
export async function refuseUnit(ctx: Context, unitId: string): Promise<'not-your-unit' | 'unit-not-a-village' | null> {
	const [may, unit] = await Promise.all([mayActFor(ctx, unitId), findUnit(ctx.db, unitId)]);
	if (!may) return 'not-your-unit';
	return unit && isHomeLevel(unit.kind) ? null : 'unit-not-a-village';
}

/** Why the dates of a banquet cannot be; null when they can. Dates of the town. */
export function refuseDates(
	ctx: Context,
	{ declaredOn, plannedOn }: { declaredOn: string; plannedOn: string }
): BanquetDateRefusal | null {
	if (declaredOn > ctx.today()) return 'date-in-future';
	return plannedOn > addDays(ctx.today(), farthestPlannedDays) ? 'planned-too-far' : null;
}

/** The values of a record that are counted and not personal: what an audit entry may keep. */
export function countable(command: DeclareBanquetCommand) {
	const { origin, occasion, unitId, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable } = command;
	return { origin, occasion, unitId, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable };
}
