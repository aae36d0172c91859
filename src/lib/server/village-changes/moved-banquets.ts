import { listAwaited, updateUnitOfBanquet } from '$lib/server/db/banquets/awaited-banquets';
import type { Moves } from '$lib/server/db/units/successions';
import { hostNameIndexOf } from '../banquets/host';
import type { Context } from '../context';
import type { Statements } from '../record-act';

/** Banquets planned from a day on, whose outcome is not known yet, go over to the unit that theirs becomes. */
export async function moveBanquets(ctx: Context, moves: Moves, fromOn: string): Promise<Statements> {
	const awaited = await listAwaited(ctx.db, [...moves.keys()], fromOn);
	return awaited.map(({ id, unitId: before, hostNameSealed, hostNameIndex }) => {
		const unitId = moves.get(before)!;
		const hostName = ctx.keys.open(hostNameSealed, 'banquets.host-name', id);
		return updateUnitOfBanquet(ctx.db, id, {
			unitId,
			hostNameIndex: hostNameIndex && hostNameIndexOf(ctx.keys, { unitId, hostName })
		});
	});
}
