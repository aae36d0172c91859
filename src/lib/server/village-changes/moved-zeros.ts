import { groupBy } from '$lib/domain/group-by';
import { insertActivity, insertActivityRemoval, updateActivity } from '$lib/server/db/activities/activities';
import { listLaterZeros } from '$lib/server/db/activities/later-zeros';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

type Zero = Awaited<ReturnType<typeof listLaterZeros>>[number];

/**
 * Checked zeros of villages that end, of months that begin on `fromOn` or later. What all of them checked is a zero of each new village; what
 * some of them did is struck out with `note`, for it says nothing of the whole ground.
 */
export async function moveZeros(
	ctx: Context,
	{
		fromIds,
		toIds,
		fromOn,
		note
	}: { fromIds: readonly string[]; toIds: readonly string[]; fromOn: string; note: string }
): Promise<Statements> {
	const zeros = await listLaterZeros(ctx.db, fromIds, fromOn);
	const checked = groupBy(zeros, ({ zeroKind, zeroMonth }) => `${zeroKind} ${zeroMonth}`);
	return [...checked.values()].flatMap((same) => {
		const isWhole = same.length === fromIds.length;
		const [first, ...rest] = same as [Zero, ...Zero[]];
		const struckOut = isWhole ? rest : same;
		const [toId, ...others] = toIds as [string, ...string[]];
		return [
			...struckOut.map(({ id }) => insertActivityRemoval(ctx.db, { activityId: id, reason: note, ...stampOf(ctx) })),
			...(isWhole ? [updateActivity(ctx.db, first.id, { unitId: toId })] : []),
			...(isWhole ? others.map((unitId) => insertActivity(ctx.db, copyOf(ctx, first, unitId))) : [])
		];
	});
}

function copyOf(ctx: Context, { isRemoved: _, ...zero }: Zero, unitId: string) {
	const id = ctx.newId();
	const responsible = ctx.keys.open(zero.responsibleSealed, 'activities.responsible', zero.id);
	return { ...zero, id, unitId, responsibleSealed: ctx.keys.seal(responsible, 'activities.responsible', id) };
}
