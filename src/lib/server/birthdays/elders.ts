import { departureDueBefore } from '$lib/domain/people/retention';
import type { InferOutput } from 'valibot';
import { yearOf } from '$lib/domain/calendar/calendar';
import { oldestAge, readBirth, writeBirth, type BirthDate } from '$lib/domain/birthdays/elder';
import type { Result } from '$lib/domain/result';
import type { departureForm, elderForm } from '$lib/forms/birthdays/elder';
import { bornOn } from './birthdays';
import type { Context } from '../context';
import {
	elderBeforeAndAfter,
	eraseElderRow,
	findElder,
	findVillagesOf,
	insertDeparture,
	insertDepartureUndo,
	insertElder,
	listDepartedToErase,
	listElders,
	updateElder,
	type ElderRow,
	type NewElder
} from '$lib/server/db/birthdays/elders';
import { insertFormer } from '../audit/former-values';
import { mustRecord, recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

/** An elder as typed: name and phones normalised, the birth date in the calendar it was told in. */
export type ElderCommand = Omit<InferOutput<typeof elderForm>, 'reason'>;
export type ElderFacts = Omit<ElderCommand, 'id'>;
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

/**
 * Records once that an elder died or moved away. From then on no list asks about them, and they drop out of what is
 * still to come, without a message to anyone.
 */
export async function markDeparture(
	ctx: Context,
	{ id, elderId, reason, departedOn }: InferOutput<typeof departureForm> & { elderId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown' | 'elder-gone' | 'date-in-future'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	if (departedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'markDeparture',
			subject: { type: 'elder', id: elderId },
			unitId: found.elder.unitId,
			detail: { reason }
		},
		[insertDeparture(ctx.db, { id, elderId, reason, departedOn, ...stampOf(ctx) })],
		{ 'elder_departures.elder_id': 'elder-gone', 'refusal:elder-gone': 'elder-gone' }
	);
}

/**
 * Takes a departure back that was recorded by mistake: the elder is on the roll again, and on the lists of what is to
 * come.
 */
export async function undoDeparture(
	ctx: Context,
	{ id, elderId, departureId }: { id: string; elderId: string; departureId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown' | 'elder-gone' | 'departure-undone'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	if (found.elder.departure && found.elder.departure.id !== departureId)
		return { ok: false, refusal: 'departure-undone' };
	return recordAct(
		ctx,
		{ id, verb: 'undoDeparture', subject: { type: 'elder', id: elderId }, unitId: found.elder.unitId },
		[insertDepartureUndo(ctx.db, departureId, stampOf(ctx))],
		{
			'elder_departure_undos.departure_id': 'departure-undone',
			'FOREIGN KEY': 'departure-undone',
			'refusal:elder-gone': 'elder-gone'
		}
	);
}

/**
 * Erases an elder's personal data, as the household asked (decision 14). The record itself stays, for what was
 * counted. A second time changes nothing.
 */
export async function eraseElder(
	ctx: Context,
	{ id, elderId }: { id: string; elderId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{ id, verb: 'eraseElder', subject: { type: 'elder', id: elderId }, unitId: found.elder.unitId },
		eraseElderRow(ctx.db, elderId, stampOf(ctx))
	);
}

/** Erased in one batch. */
const most = 200;

/**
 * Erases elders who died or moved away more than `ctx.settings.retentionDays` ago; the roll is kept while they live in the
 * village. By the software alone. Out: how many.
 */
export async function eraseDepartedElders(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const before = departureDueBefore(ctx.today(), ctx.settings.retentionDays);
	for (let erased = 0; ;) {
		const due = await listDepartedToErase(ctx.db, before, most);
		if (due.length === 0) return erased;
		const stamp = stampOf(ctx);
		await mustRecord(
			ctx,
			{
				at: stamp.at,
				id: ctx.newId(),
				verb: 'erasePersonalData',
				subject: { type: 'retention', id: 'elders' },
				detail: { elders: due.length }
			},
			due.flatMap((elder) => eraseElderRow(ctx.db, elder.id, stamp))
		);
		erased += due.length;
	}
}

/** An elder's record in clear. Mask what comes out unless the task needs it; what was erased is empty. */
export function openElder(ctx: Context, elder: ElderRow) {
	const { nameSealed, birthSealed, phoneSealed, relativePhoneSealed, personIndex: _, ...plain } = elder;
	const { id } = elder;
	return {
		...plain,
		name: ctx.keys.open(nameSealed, 'elders.name', id),
		birth: readBirth(ctx.keys.open(birthSealed, 'elders.birth', id)),
		phone: phoneSealed && ctx.keys.open(phoneSealed, 'elders.phone', id),
		relativePhone: relativePhoneSealed && ctx.keys.open(relativePhoneSealed, 'elders.relative-phone', id)
	};
}

export type OpenElder = ReturnType<typeof openElder>;

/** The roll of a unit and all below it, opened: those who live there, or with `isGone` those who left. */
export async function readRoll(ctx: Context, unitId: string, isGone = false): Promise<OpenElder[]> {
	return (await listElders(ctx.db, unitId, isGone)).map((elder) => openElder(ctx, elder));
}

/** The columns of a record, personal fields sealed. */
export function sealElder(
	ctx: Context,
	id: string,
	{ name, birth, phone, relativePhone, ...plain }: ElderFacts,
	villageId: string
): Required<Omit<NewElder, 'id' | 'isGone' | 'at' | 'byId'>> {
	return {
		...plain,
		nameSealed: ctx.keys.seal(name, 'elders.name', id),
		birthSealed: ctx.keys.seal(writeBirth(birth), 'elders.birth', id),
		personIndex: personIndexOf(ctx, { villageId, name, birth }),
		phoneSealed: phone && ctx.keys.seal(phone, 'elders.phone', id),
		relativePhoneSealed: relativePhone && ctx.keys.seal(relativePhone, 'elders.relative-phone', id)
	};
}

/** By which the same person is known again: village, name and birth date as told. */
export const personIndexOf = (ctx: Context, who: { villageId: string; name: string; birth: BirthDate }) =>
	ctx.keys.blindIndex(`elder:${who.villageId}:${who.name}:${writeBirth(who.birth)}`);

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

async function findOwnElder(
	ctx: Context,
	elderId: string
): Promise<Result<{ elder: ElderRow }, 'not-your-unit' | 'elder-unknown'>> {
	const elder = await findElder(ctx.db, elderId);
	if (!elder) return { ok: false, refusal: 'elder-unknown' };
	return (await mayActFor(ctx, elder.unitId)) ? { ok: true, elder } : { ok: false, refusal: 'not-your-unit' };
}
