import { listLaterBanquets, updateUnitOfBanquet } from '$lib/server/db/banquets/later-banquets';
import type { Moves } from '$lib/server/db/units/successions';
import { hostNameIndexOf } from '../banquets/host';
import type { Context } from '../context';
import type { Statements } from '../record-act';

/**
 * Banquets of a day or later go over to the unit that theirs becomes. Hosts without a telephone are known by their name in a unit: of two of
 * one name who come into one unit the second is another household, told apart by the record's own id.
 */
export async function moveBanquets(ctx: Context, moves: Moves, fromOn: string): Promise<Statements> {
	const later = await listLaterBanquets(ctx.db, [...moves.keys()], fromOn);
	const taken = new Set<string>();
	return later.map(({ id, unitId: before, hostNameSealed, ...banquet }) => {
		const unitId = moves.get(before)!;
		if (banquet.hostNameIndex === null) return updateUnitOfBanquet(ctx.db, id, { unitId });
		const hostName = ctx.keys.open(hostNameSealed, 'banquets.host-name', id);
		const hostNameIndex = hostNameIndexOf(ctx.keys, { unitId, hostName });
		const once = (other: string) => [hostNameIndex, banquet.occasion, banquet.plannedOn, other].join(' ');
		const otherHouseholdIndex = taken.has(once(banquet.otherHouseholdIndex)) ? id : banquet.otherHouseholdIndex;
		taken.add(once(otherHouseholdIndex));
		return updateUnitOfBanquet(ctx.db, id, { unitId, hostNameIndex, otherHouseholdIndex });
	});
}
