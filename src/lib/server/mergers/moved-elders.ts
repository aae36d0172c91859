import { listElders, updateElder } from '$lib/server/db/birthdays/elders';
import type { Context } from '../context';
import { openElder, personIndexOf } from '../birthdays/elder-fields';
import type { Statements } from '../record-act';

/**
 * Elders on the rolls of villages that merge go over to the new one, or to the group that theirs goes into. Two of one name and birth date in
 * two villages are two persons: the second keeps an index of its own, as namesakes have.
 */
export async function moveElders(
	ctx: Context,
	{
		villageIds,
		intoId,
		partOf
	}: { villageIds: readonly string[]; intoId: string; partOf: (unitId: string) => string | undefined }
): Promise<Statements> {
	const rolls = await Promise.all(villageIds.map((villageId) => listElders(ctx.db, villageId, false)));
	const taken = new Set<string>();
	return rolls.flat().map((elder) => {
		const { name, birth } = openElder(ctx, elder);
		const index = birth ? personIndexOf(ctx, { villageId: intoId, name, birth }) : elder.personIndex;
		const personIndex = taken.has(index) ? `${index}:${elder.id}` : index;
		taken.add(personIndex);
		return updateElder(ctx.db, elder.id, { unitId: partOf(elder.unitId) ?? intoId, personIndex });
	});
}
