import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { GridRole } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { findGridMember, insertGridMember, updateGridMemberEnded } from '$lib/server/db/units/grids';
import { type GridRefusal, findGrid, recordOnGrid } from './grids';
import { findAnswer } from '../record-act';

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
	return recordOnGrid(ctx, { id, verb: 'addGridMember', gridId, detail: { member: id, role, fromOn } }, [
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
	const answered = await findAnswer(ctx, { id, verb: 'endGridMember', subjectId: member.gridId });
	if (answered) return answered;
	if (member.toOn !== null) return { ok: false, refusal: 'member-ended' };
	if (lastOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (lastOn < member.fromOn) return { ok: false, refusal: 'date-before-start' };
	const detail = { member: memberId, lastOn };
	return recordOnGrid(ctx, { id, verb: 'endGridMember', gridId: member.gridId, detail }, [
		updateGridMemberEnded(ctx.db, memberId, lastOn)
	]);
}
