import { decideBanquetState } from '$lib/domain/banquets/banquet';
import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { openOwn } from '$lib/server/people/open-record';
import { openHost } from '$lib/server/banquets/host';
import type { Context } from '$lib/server/context';
import type { AskedDay } from '$lib/server/early-day';
import { findBanquet } from '$lib/server/db/banquets/banquets';

/**
 * The banquet of an address, with the host masked and its state today. Answers 404 for an unknown id and 403 where the record
 * belongs to another unit. `host` is in clear: hand it to a page only where the task needs it.
 */
export async function openBanquet(ctx: Context, id: string) {
	const found = await openOwn(ctx, await findBanquet(ctx.db, id), ({ banquet }) => banquet.unitId);
	const {
		hostNameSealed: _n,
		hostPhoneSealed: _p,
		hostPhoneIndex: _i,
		hostNameIndex: _h,
		otherHouseholdIndex: _o,
		code,
		...banquet
	} = found.banquet;
	const host = openHost(ctx, found.banquet);
	const outcome = found.outcome;
	return {
		host,
		code,
		shown: {
			...banquet,
			unit: found.unit,
			isOwnWord: found.isOwnWord,
			pledgedOn: found.pledgedOn,
			outcome: outcome && { outcome: outcome.outcome, endedOn: outcome.endedOn, tablesHeld: outcome.tablesHeld },
			hostName: maskName(host.hostName),
			hostPhone: host.hostPhone && maskPhone(host.hostPhone),
			removal: found.removal,
			state: decideBanquetState({ ...banquet, outcome: outcome?.outcome ?? null, today: ctx.today() })
		}
	};
}

export type ShownBanquet = Awaited<ReturnType<typeof openBanquet>>['shown'];

/** The day of a visit to its household, which is not far before the day that the banquet is planned for. */
export const visitedOn = async (ctx: Context, id: string, on: string): Promise<AskedDay> => {
	const from = (await openBanquet(ctx, id)).shown.plannedOn;
	return { field: 'wentOn', second: 'visited', on, from };
};
