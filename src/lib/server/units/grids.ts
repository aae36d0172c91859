import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { GridRole } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import {
	deleteGridGroup,
	findGridMember,
	insertGridGroup,
	insertGridMember,
	updateGridMemberEnded
} from '$lib/server/db/units/grids';
import { isWithinUnit } from '$lib/server/db/units/units';
import { findOwn, type UnitRefusal } from './units';
import { recordAct, type Statements } from '../record-act';

type GridRefusal = UnitRefusal | 'not-a-grid';

export interface AddGridMemberCommand {
	/** Of the member and of the act. */
	id: string;
	gridId: string;
	role: GridRole;
	name: string;
	fromOn: string;
}

/** Puts a person in charge of a grid, from a day on. */
export async function addGridMember(
	ctx: Context,
	{ id, gridId, role, name, fromOn }: AddGridMemberCommand
): Promise<Result<object, GridRefusal | 'date-in-future'>> {
	const found = await findGrid(ctx, gridId);
	if (!found.ok) return found;
	if (fromOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	const nameSealed = ctx.keys.seal(name, 'grid-members.name', id);
	const member = { id, gridId, role, nameSealed, fromOn, at: ctx.now(), byId: actorId(ctx.actor) };
	return writeOnGrid(ctx, { id, verb: 'addGridMember', gridId, detail: { member: id, role, fromOn } }, [
		insertGridMember(ctx.db, member)
	]);
}

export interface EndGridMemberCommand {
	id: string;
	memberId: string;
	/** The last day in charge. */
	lastOn: string;
}

/** Records that a person is no longer in charge of a grid. */
export async function endGridMember(
	ctx: Context,
	{ id, memberId, lastOn }: EndGridMemberCommand
): Promise<Result<object, GridRefusal | 'member-unknown' | 'member-ended' | 'date-in-future' | 'date-before-start'>> {
	const member = await findGridMember(ctx.db, memberId);
	if (!member) return { ok: false, refusal: 'member-unknown' };
	const found = await findGrid(ctx, member.gridId);
	if (!found.ok) return found;
	if (await hasLanded(ctx.db, { id, subjectId: member.gridId })) return { ok: true };
	if (member.toOn !== null) return { ok: false, refusal: 'member-ended' };
	if (lastOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (lastOn < member.fromOn) return { ok: false, refusal: 'date-before-start' };
	const detail = { member: memberId, lastOn };
	return writeOnGrid(ctx, { id, verb: 'endGridMember', gridId: member.gridId, detail }, [
		updateGridMemberEnded(ctx.db, memberId, lastOn)
	]);
}

export interface GridGroupCommand {
	id: string;
	gridId: string;
	groupId: string;
}

/** Notes that a grid covers a group, wholly or in part. */
export async function linkGridGroup(
	ctx: Context,
	{ id, gridId, groupId }: GridGroupCommand
): Promise<Result<object, GridRefusal | 'group-out-of-reach'>> {
	const found = await findGrid(ctx, gridId);
	if (!found.ok) return found;
	const group = await findOwn(ctx, groupId);
	const isNear = group.ok && group.unit.kind === 'group' && (await isWithinUnit(ctx.db, found.grid.parentId!, groupId));
	if (!isNear) return { ok: false, refusal: 'group-out-of-reach' };
	return writeOnGrid(ctx, { id, verb: 'linkGridGroup', gridId, detail: { group: groupId } }, [
		insertGridGroup(ctx.db, { gridId, groupId })
	]);
}

/** Notes that a grid no longer covers a group. */
export async function unlinkGridGroup(
	ctx: Context,
	{ id, gridId, groupId }: GridGroupCommand
): Promise<Result<object, GridRefusal>> {
	const found = await findGrid(ctx, gridId);
	if (!found.ok) return found;
	return writeOnGrid(ctx, { id, verb: 'unlinkGridGroup', gridId, detail: { group: groupId } }, [
		deleteGridGroup(ctx.db, { gridId, groupId })
	]);
}

async function findGrid(ctx: Context, gridId: string) {
	const found = await findOwn(ctx, gridId);
	if (!found.ok) return found;
	if (found.unit.kind !== 'grid') return { ok: false, refusal: 'not-a-grid' } as const;
	return { ok: true, grid: found.unit } as const;
}

function writeOnGrid(
	ctx: Context,
	{ id, verb, gridId, detail }: { id: string; verb: string; gridId: string; detail: Record<string, unknown> },
	statements: Statements
) {
	const act = { id, verb, subject: { type: 'unit', id: gridId }, unitId: gridId, detail };
	return recordAct(ctx, act, statements);
}
