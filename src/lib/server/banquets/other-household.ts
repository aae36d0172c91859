import type { Result } from '$lib/domain/result';
import { listDoubles, type Banquet } from '$lib/server/db/banquets/banquets';
import type { Context } from '../context';
import { openHost, otherHouseholdIndexOf } from './host';

/** What the database knows a banquet by, so that it is recorded once. */
export type Matter = Pick<Banquet, 'id' | 'hostPhoneIndex' | 'occasion' | 'plannedOn'>;

/**
 * What tells a banquet apart from another household's of the same telephone, occasion and day, once a cadre says that it is another's. Empty where
 * that is not needed, or was not said: then the database refuses a double. Refused where a host of this very name has it already.
 */
export async function tellApart(
	ctx: Context,
	matter: Matter,
	{ hostName, isOtherHousehold = false }: { hostName: string; isOtherHousehold?: boolean }
): Promise<Result<{ otherHouseholdIndex: string }, 'household-already-recorded'>> {
	const doubles = isOtherHousehold ? await listDoubles(ctx.db, matter) : [];
	if (doubles.length === 0) return { ok: true, otherHouseholdIndex: '' };
	const isAgain = doubles.some((other) => openHost(ctx, other).hostName === hostName);
	if (isAgain) return { ok: false, refusal: 'household-already-recorded' };
	return { ok: true, otherHouseholdIndex: otherHouseholdIndexOf(ctx.keys, hostName) };
}
