import { listLaterBanquets, updateUnitOfBanquet } from '$lib/server/db/banquets/later-banquets';
import type { Moves } from '$lib/server/db/units/successions';
import { hostNameIndexOf } from '../banquets/host';
import type { Context } from '../context';
import type { Statements } from '../record-act';

/**
 * Banquets of a day or later go over to the unit that theirs becomes. Hosts without a telephone are known by their name in a unit: of two of
 * one name who come into one unit the second keeps an index of its own.
 */
export async function moveBanquets(ctx: Context, moves: Moves, fromOn: string): Promise<Statements> {
	const later = await listLaterBanquets(ctx.db, [...moves.keys()], fromOn);
	const taken = new Set<string>();
	return later.map(({ id, unitId: before, hostNameSealed, hostNameIndex, ...banquet }) => {
		const unitId = moves.get(before)!;
		if (hostNameIndex === null) return updateUnitOfBanquet(ctx.db, id, { unitId, hostNameIndex });
		const index = hostNameIndexOf(ctx.keys, {
			unitId,
			hostName: ctx.keys.open(hostNameSealed, 'banquets.host-name', id)
		});
		const once = `${index} ${banquet.occasion} ${banquet.plannedOn}`;
		const own = taken.has(once) ? `${index}:${id}` : index;
		taken.add(once);
		return updateUnitOfBanquet(ctx.db, id, { unitId, hostNameIndex: own });
	});
}
