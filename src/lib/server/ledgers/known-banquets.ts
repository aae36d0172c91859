import { addDays } from '$lib/domain/calendar/calendar';
import { groupBy } from '$lib/domain/group-by';
import { listBanquetsOfVillages } from '$lib/server/db/ledgers/banquets';
import type { Context } from '../context';
import { openNames } from '../open-names';
import { spanOf, type ParsedRow } from './import-row';

/** A banquet on record, with its host's name in clear and the village it was asked for by. */
export type KnownBanquet = Awaited<ReturnType<typeof listKnownBanquets>>[number];

/**
 * Banquets on record in the villages of some rows, from `before` days before the first of a village's days on, to 60 after the last. Only these
 * are opened, for a town has thousands.
 */
export async function listKnownBanquets(
	ctx: Context,
	asked: readonly { row: ParsedRow; on: string }[],
	before: number
) {
	const ofVillages = groupBy(asked, ({ row }) => row.villageId ?? '');
	const spans = [...ofVillages].map(([villageId, rows]) => {
		const { fromOn, toOn } = spanOf(rows.map(({ on }) => on));
		return { villageId, fromOn: addDays(fromOn, -before), toOn: addDays(toOn, 60) };
	});
	const rows = await listBanquetsOfVillages(ctx.db, spans);
	const names = await openNames(ctx, 'banquets.host-name', rows);
	return rows.map((row) => ({ ...row, hostName: names.get(row.id)! }));
}

/** By village and host: a village has some namesakes, a town thousands of banquets. */
export const byHost = (known: readonly KnownBanquet[]): Map<string, KnownBanquet[]> =>
	groupBy(known, ({ villageId, hostName }) => `${villageId}:${hostName}`);
