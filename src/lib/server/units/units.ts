import type { Result } from '$lib/domain/result';
import { canStandBelow, type UnitKind } from '$lib/domain/units/unit';
import type { Context } from '../context';
import {
	insertUnit,
	isUnitNameTaken,
	listUnitNames,
	nextPosition,
	updateUnit,
	upsertUnitName
} from '$lib/server/db/units/unit-changes';
import { findUnit, type Unit } from '$lib/server/db/units/units';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { renameParts } from './renamed-parts';
import { mayAdminister } from '../people/rights';

/** What may change in a unit while it stays the same unit. */
export interface UnitAttributesCommand {
	name: string;
	nameEn?: string | null;
	/** 12-digit statistical code of the current year. */
	code?: string | null;
	/** The office's own telephone, public. */
	phone?: string | null;
	/** Its place in the town's own order; null: after those that are there, or where it is. */
	position?: number | null;
}

export interface AddUnitCommand extends UnitAttributesCommand {
	/** Of the unit and of the act. */
	id: string;
	/** null: the installation's root, which only the software adds, once. */
	parentId: string | null;
	kind: UnitKind;
	/** From when it exists; default today. */
	validFromOn?: string;
}

export type AddUnitRefusal =
	'not-your-unit' | 'unit-unknown' | 'unit-closed' | 'unit-kind-wrong' | 'unit-name-taken' | 'date-in-future';

/** Adds a unit below another. */
export async function addUnit(ctx: Context, command: AddUnitCommand): Promise<Result<object, AddUnitRefusal>> {
	const { id, parentId, kind, validFromOn = ctx.today(), ...attributes } = command;
	const parent = parentId === null ? null : await findUnit(ctx.db, parentId);
	if (parentId !== null && !parent) return { ok: false, refusal: 'unit-unknown' };
	const isAllowed = parent ? await mayAdminister(ctx, parent.id) : await mayAddRoot(ctx, id);
	if (!isAllowed) return { ok: false, refusal: 'not-your-unit' };
	if (parent?.validToOn) return { ok: false, refusal: 'unit-closed' };
	if (!canStandBelow(kind, parent?.kind ?? null)) return { ok: false, refusal: 'unit-kind-wrong' };
	if (validFromOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (parent && (await isUnitNameTaken(ctx.db, { parentId: parent.id, name: attributes.name, exceptIds: [id] }))) {
		return { ok: false, refusal: 'unit-name-taken' };
	}
	const unit = { id, parentId, kind, validFromOn, ...complete(attributes), ...stampOf(ctx) };
	// Those of one number stand by their names: without numbers of their own they are to stand as they were entered.
	const position = attributes.position ?? (parentId === null ? 0 : nextPosition(parentId));
	return recordAct(ctx, { ...act('addUnit', id, id), detail: { kind, name: unit.name } }, [
		insertUnit(ctx.db, { ...unit, position })
	]);
}

export interface RenameUnitCommand extends UnitAttributesCommand {
	id: string;
	unitId: string;
	/** The day from which it has another name: what is of before keeps the old one. Null where the name was only written wrong. */
	renamedOn?: string | null;
}

/**
 * Gives a unit another name, code, telephone or place in the order; the audit entry keeps the old ones. Groups and grids that are named after
 * their village get its new name with it. Figures of a period show the name
 * of its last day. Refusals: a day to come, or not after the day of the name before.
 */
export async function renameUnit(
	ctx: Context,
	{ id, unitId, renamedOn = null, ...attributes }: RenameUnitCommand
): Promise<
	Result<object, UnitRefusal | 'unit-name-taken' | 'date-in-future' | 'date-before-unit' | 'date-before-name'>
> {
	const answered = await findAnswer(ctx, { id, verb: 'renameUnit', subjectId: unitId });
	if (answered) return answered;
	const found = await findOwn(ctx, unitId);
	if (!found.ok) return found;
	const { parentId, name, nameEn, code, phone, position, validFromOn } = found.unit;
	const after = { ...complete(attributes), position: attributes.position ?? position };
	const [last] = await listUnitNames(ctx.db, unitId);
	if (renamedOn !== null && renamedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (renamedOn !== null && renamedOn <= (last?.fromOn ?? validFromOn))
		return { ok: false, refusal: last ? 'date-before-name' : 'date-before-unit' };
	if (parentId && (await isUnitNameTaken(ctx.db, { parentId, name: after.name, exceptIds: [unitId] }))) {
		return { ok: false, refusal: 'unit-name-taken' };
	}
	const { statements, parts } = await renameParts(ctx, found.unit, after, renamedOn);
	const detail = {
		before: { name, nameEn, code, phone, position },
		after,
		renamedOn: renamedOn ?? undefined,
		...(parts.length > 0 && { parts })
	};
	const named = { unitId, ...stampOf(ctx) };
	const first = { ...named, fromOn: validFromOn, name, nameEn };
	// The latest name is the unit's own. One that was only written wrong is written right in its place.
	const lastOn = renamedOn ?? last?.fromOn;
	return recordAct(ctx, { ...act('renameUnit', id, unitId), detail }, [
		updateUnit(ctx.db, unitId, after),
		...(renamedOn !== null && !last ? [upsertUnitName(ctx.db, first)] : []),
		...(lastOn ? [upsertUnitName(ctx.db, { ...named, fromOn: lastOn, name: after.name, nameEn: after.nameEn })] : []),
		...statements
	]);
}

export type UnitRefusal = 'unit-unknown' | 'not-your-unit' | 'unit-closed';

/** The unit, when it is open and the actor administers it. */
export async function findOwn(ctx: Context, unitId: string): Promise<Result<{ unit: Unit }, UnitRefusal>> {
	const unit = await findUnit(ctx.db, unitId);
	if (!unit) return { ok: false, refusal: 'unit-unknown' };
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return unit.validToOn === null ? { ok: true, unit } : { ok: false, refusal: 'unit-closed' };
}

/** The software adds the one root; the same act again is answered as the first time. */
async function mayAddRoot(ctx: Context, id: string): Promise<boolean> {
	const root = await ctx.rootUnit();
	return ctx.actor.kind === 'system' && (root === null || root.id === id);
}

function complete({ name, nameEn, code, phone }: UnitAttributesCommand) {
	return { name, nameEn: nameEn || null, code: code || null, phone: phone || null };
}

/** An act on a unit, of its own trail. */
export const act = (verb: string, id: string, unitId: string) => ({
	id,
	verb,
	subject: { type: 'unit', id: unitId },
	unitId
});
