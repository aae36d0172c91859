// The personal fields of an elder, sealed and opened.
import { readBirth, writeBirth, type BirthDate } from '$lib/domain/birthdays/elder';
import type { Context } from '../context';
import { listElders, type ElderRow, type NewElder } from '$lib/server/db/birthdays/elders';
import type { InferOutput } from 'valibot';
import type { elderForm } from '$lib/forms/birthdays/elder';

export type ElderFacts = Omit<ElderCommand, 'id'>;

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

/** What identifies a person on the roll: village, name and birth date as typed. */
export const personIndexOf = (ctx: Context, who: { villageId: string; name: string; birth: BirthDate }) =>
	ctx.keys.blindIndex(`elder:${who.villageId}:${who.name}:${writeBirth(who.birth)}`);

/** An elder as typed: name and phones normalised, the birth date in the calendar it was given in. */
export type ElderCommand = Omit<InferOutput<typeof elderForm>, 'reason'>;
