import { yearOf } from '$lib/domain/calendar/calendar';
import { writeBirth, type BirthDate, oldestAge } from '$lib/domain/birthdays/elder';
import type { Result } from '$lib/domain/result';
import { bornOn } from './birthdays';
import type { Context } from '../context';
import {
	elderBeforeAndAfter,
	findElder,
	findVillagesOf,
	insertElder,
	updateElder,
	type ElderRow
} from '$lib/server/db/birthdays/elders';
import { insertFormer } from '../audit/former-values';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';
import { sealElder, openElder, type ElderFacts, type ElderCommand } from './elder-fields';

export type ElderRefusal = 'not-your-unit' | 'unit-not-a-village' | 'birth-wrong' | 'elder-already-on-roll';

const once = { 'elders.person_index': 'elder-already-on-roll' } as const;

/** Puts an elder on the roll of a village or group, by its staff. The elder's id is the command's. */
export async function addElder(
	ctx: Context,
	{ id, ...facts }: ElderCommand
): Promise<Result<{ elderId: string }, ElderRefusal>> {
	const ready = await prepare(ctx, facts);
	if (!ready.ok) return ready;
	const written = await recordAct(
		ctx,
		{ id, verb: 'addElder', subject: { type: 'elder', id }, unitId: facts.unitId },
		[insertElder(ctx.db, { ...sealElder(ctx, id, facts, ready.villageId), id, ...stampOf(ctx) })],
		once
	);
	return written.ok ? { ok: true, elderId: id } : written;
}

/**
 * Corrects a record, by staff of its unit and of the one it goes to, and says why. The old values stay in the audit
 * entry; of name, birth date, phones and pick-up point the old ones stay sealed beside it, and are erased with the
 * record.
 */
export async function correctElder(
	ctx: Context,
	{ id, elderId, reason, ...facts }: ElderCommand & { elderId: string; reason: string }
): Promise<Result<object, ElderRefusal | 'elder-unknown' | 'elder-gone' | 'correction-reason-missing'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	if (!reason) return { ok: false, refusal: 'correction-reason-missing' };
	if (found.elder.erasedAt !== null) return { ok: false, refusal: 'elder-gone' };
	const ready = await prepare(ctx, facts);
	if (!ready.ok) return ready;
	const { name, birth, phone, relativePhone, pickUpPoint, ...plain } = facts;
	const before = openElder(ctx, found.elder);
	const changed = [
		before.name !== name && 'name',
		(before.birth && writeBirth(before.birth)) !== writeBirth(birth) && 'birth',
		before.phone !== phone && 'phone',
		before.relativePhone !== relativePhone && 'relativePhone',
		before.pickUpPoint !== pickUpPoint && 'pickUpPoint'
	].filter((field) => field !== false);
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctElder',
			subject: { type: 'elder', id: elderId },
			unitId: facts.unitId,
			detail: elderBeforeAndAfter(elderId, plain, changed),
			reason
		},
		[
			...insertFormer(ctx, {
				actId: id,
				subjectId: elderId,
				before: {
					name: before.name,
					birth: before.birth && writeBirth(before.birth),
					phone: before.phone,
					relativePhone: before.relativePhone,
					pickUpPoint: before.pickUpPoint
				},
				after: { name, birth: writeBirth(birth), phone, relativePhone, pickUpPoint }
			}),
			updateElder(ctx.db, elderId, sealElder(ctx, elderId, facts, ready.villageId))
		],
		once
	);
}

/** Whether a birth date exists in its calendar and can be that of a living person on `today`. */
export function isBirthPossible(birth: BirthDate, today: string): boolean {
	const on = bornOn(birth);
	return on !== null && on <= today && yearOf(on) >= yearOf(today) - oldestAge;
}

async function prepare(
	ctx: Context,
	{ unitId, birth }: ElderFacts
): Promise<Result<{ villageId: string }, 'not-your-unit' | 'unit-not-a-village' | 'birth-wrong'>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const villageId = (await findVillagesOf(ctx.db, [unitId])).get(unitId);
	if (villageId === undefined) return { ok: false, refusal: 'unit-not-a-village' };
	return isBirthPossible(birth, ctx.today()) ? { ok: true, villageId } : { ok: false, refusal: 'birth-wrong' };
}

/** The record of an elder in whose unit the actor may act. */
export async function findOwnElder(
	ctx: Context,
	elderId: string
): Promise<Result<{ elder: ElderRow }, 'not-your-unit' | 'elder-unknown'>> {
	const elder = await findElder(ctx.db, elderId);
	if (!elder) return { ok: false, refusal: 'elder-unknown' };
	return (await mayActFor(ctx, elder.unitId)) ? { ok: true, elder } : { ok: false, refusal: 'not-your-unit' };
}
