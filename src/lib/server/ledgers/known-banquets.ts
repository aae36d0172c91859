import { addDays } from '$lib/domain/calendar/calendar';
import { groupBy } from '$lib/domain/group-by';
import { listBanquetsOfPhones, listBanquetsOfVillages, type HostRecord } from '$lib/server/db/ledgers/banquets';
import type { Context } from '../context';
import { openNames } from '../open-names';
import { spanOf, type ParsedRow } from './import-row';

/** A banquet on record, with its host's name in clear and the village it was asked for by. */
export type KnownBanquet = Omit<Awaited<ReturnType<typeof listKnownBanquets>>[number], 'villageId'>;

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
export const byHost = (known: Awaited<ReturnType<typeof listKnownBanquets>>): Map<string, KnownBanquet[]> =>
	groupBy(known, ({ villageId, hostName }) => `${villageId}:${hostName}`);

/** What a row says of a banquet. */
interface Written {
	phone: string | null;
	host: string;
	occasion: string | null;
	plannedOn: string | null;
}

/** Banquets on record of the telephones of some rows, on one of their days each, by the telephone's index. */
export async function listOfPhones(
	ctx: Context,
	scope: string,
	rows: readonly Written[]
): Promise<Map<string, KnownBanquet[]>> {
	const found = await listBanquetsOfPhones(ctx.db, scope, {
		phones: rows.flatMap(({ phone }) => (phone ? [ctx.keys.blindIndex(phone)] : [])),
		days: rows.flatMap(({ plannedOn }) => plannedOn ?? [])
	});
	const names = await openNames(ctx, 'banquets.host-name', found);
	return groupBy(
		found.map((row) => ({ ...row, hostName: names.get(row.id)! })),
		({ hostPhoneIndex }) => hostPhoneIndex ?? ''
	);
}

/** What a banquet's household is known by: its telephone, or where it has none, its unit and name. */
export const hostOf = ({ hostPhoneIndex, hostNameIndex }: Pick<HostRecord, 'hostPhoneIndex' | 'hostNameIndex'>) =>
	hostPhoneIndex ?? hostNameIndex;

/** A household has one banquet of an occasion on a day. One of another name under its telephone is asked about. */
export const isOnce = (
	one: KnownBanquet,
	{ plannedOn, occasion, host }: Pick<Written, 'plannedOn' | 'occasion' | 'host'>,
	record: Pick<HostRecord, 'hostPhoneIndex' | 'hostNameIndex'>
): boolean =>
	hostOf(one) === hostOf(record) && one.hostName === host && one.plannedOn === plannedOn && one.occasion === occasion;
