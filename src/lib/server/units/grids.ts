import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { deleteGridGroup, insertGridGroup } from '$lib/server/db/units/grids';
import { isWithinUnit } from '$lib/server/db/units/units';
import { findOwn, type UnitRefusal } from './units';
import { recordAct, type Statements } from '../record-act';

export type GridRefusal = UnitRefusal | 'not-a-grid';

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
	return recordOnGrid(ctx, { id, verb: 'linkGridGroup', gridId, detail: { group: groupId } }, [
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
	return recordOnGrid(ctx, { id, verb: 'unlinkGridGroup', gridId, detail: { group: groupId } }, [
		deleteGridGroup(ctx.db, { gridId, groupId })
	]);
}

/** The grid of an id, when it is open and the actor administers it. */
export async function findGrid(ctx: Context, gridId: string) {
	const found = await findOwn(ctx, gridId);
	if (!found.ok) return found;
	if (found.unit.kind !== 'grid') return { ok: false, refusal: 'not-a-grid' } as const;
	return { ok: true, grid: found.unit } as const;
}

/** Records an act on a grid, in its own trail. */
export function recordOnGrid(
	ctx: Context,
	{ id, verb, gridId, detail }: { id: string; verb: string; gridId: string; detail: Record<string, unknown> },
	statements: Statements
) {
	const act = { id, verb, subject: { type: 'unit', id: gridId }, unitId: gridId, detail };
	return recordAct(ctx, act, statements);
}
