import { listElders, updateElder } from '$lib/server/db/birthdays/elders';
import type { Context } from '../context';
import { openElder, personIndexOf } from '../birthdays/elder-fields';
import type { Statements } from '../record-act';

/**
 * Elders on the rolls of villages that end go over to the unit that theirs becomes (`placeOf`), in the village that it gives. Two of one name
 * and birth date who come into one village from two are two persons: the second keeps an index of its own, as namesakes have.
 */
export async function moveElders(
	ctx: Context,
	villageIds: readonly string[],
	placeOf: (unitId: string) => { unitId: string; villageId: string }
): Promise<Statements> {
	const rolls = await Promise.all(villageIds.map((villageId) => listElders(ctx.db, villageId, false)));
	const taken = new Set<string>();
	return rolls.flat().map((elder) => {
		const { name, birth } = openElder(ctx, elder);
		const { unitId, villageId } = placeOf(elder.unitId);
		const index = birth ? personIndexOf(ctx, { villageId, name, birth }) : elder.personIndex;
		const personIndex = taken.has(index) ? `${index}:${elder.id}` : index;
		taken.add(personIndex);
		return updateElder(ctx.db, elder.id, { unitId, personIndex });
	});
}
