import { addDays } from '$lib/domain/calendar/calendar';
import { findVillagesOf } from '$lib/server/db/birthdays/elders';
import { listBanquetsBetween } from '$lib/server/db/ledgers/banquets';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { spanOf } from './import-row';

/** A banquet on record, with its host's name in clear and the village it is of. */
export type KnownBanquet = Awaited<ReturnType<typeof listKnownBanquets>>[number];

/** Banquets on record from `before` days before the first of some days on, to 60 after the last. Only these are opened, for a town has thousands. */
export async function listKnownBanquets(ctx: Context, imported: Import, days: readonly string[], before: number) {
	if (days.length === 0) return [];
	const { fromOn, toOn } = spanOf(days);
	const rows = await listBanquetsBetween(ctx.db, imported.unitId, addDays(fromOn, -before), addDays(toOn, 60));
	const villages = await findVillagesOf(
		ctx.db,
		rows.map(({ unitId }) => unitId)
	);
	return rows.map((row) => ({
		...row,
		villageId: villages.get(row.unitId) ?? row.unitId,
		hostName: ctx.keys.open(row.hostNameSealed, 'banquets.host-name', row.id)
	}));
}

/** By village and host: a village has some namesakes, a town thousands of banquets. */
export const byHost = (known: readonly KnownBanquet[]): Map<string, KnownBanquet[]> =>
	groupBy(known, ({ villageId, hostName }) => `${villageId}:${hostName}`);

export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}
