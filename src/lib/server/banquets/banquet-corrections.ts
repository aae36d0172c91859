import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	banquetBeforeAndAfter,
	findBanquet,
	insertBanquetRemoval,
	updateBanquet,
	vouchedTables,
	type Banquet
} from '$lib/server/db/banquets/banquets';
import { insertFormer } from '../audit/former-values';
import { recordAct, recordOnce, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';
import {
	type DeclareBanquetCommand,
	type DeclareBanquetRefusal,
	refuseUnit,
	refuseDates,
	countable,
	once,
	standsRemoved
} from './banquets';
import { confirmBy } from './declaration-confirmations';
import { openHost, sealHost } from './host';
import { tellApart, type Matter } from './other-household';

export type CorrectBanquetCommand = DeclareBanquetCommand & { banquetId: string; reason: string };

/**
 * Corrects a record, by staff of its unit (and of the unit it goes to), and says why. The old values stay in the audit
 * entry; of name, phone, venue and caterer the entry says that they were changed, and the old ones stay sealed beside
 * it. The household's code stays.
 */
export async function correctBanquet(
	ctx: Context,
	command: CorrectBanquetCommand
): Promise<Result<object, DeclareBanquetRefusal | 'banquet-unknown' | 'banquet-removed' | 'month-checked-zero'>> {
	const { id, banquetId, hostName, hostPhone, isOtherHousehold, reason, ...banquet } = command;
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	if (!(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const refusal = (await refuseUnit(ctx, banquet.unitId)) ?? refuseDates(ctx, banquet);
	if (refusal) return { ok: false, refusal };
	if (found.banquet.isRemoved) return { ok: false, refusal: 'banquet-removed' };
	const before = openHost(ctx, found.banquet);
	const host = sealHost(ctx, banquetId, { hostName, hostPhone, unitId: banquet.unitId });
	const apart = await keepApart(ctx, found.banquet, {
		...{ before: before.hostName, hostName, isOtherHousehold },
		after: { id: banquetId, ...host, ...banquet }
	});
	if (!apart.ok) return apart;
	const changed = [
		before.hostName !== hostName && 'hostName',
		before.hostPhone !== hostPhone && 'hostPhone',
		found.banquet.venue !== banquet.venue && 'venue',
		found.banquet.caterer !== banquet.caterer && 'caterer',
		found.banquet.isHygieneCertificateSeen !== banquet.isHygieneCertificateSeen && 'isHygieneCertificateSeen'
	].filter((name) => name !== false);
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctBanquet',
			subject: { type: 'banquet', id: banquetId },
			unitId: banquet.unitId,
			detail: banquetBeforeAndAfter(banquetId, countable(command), changed),
			reason
		},
		[
			...insertFormer(ctx, {
				actId: id,
				subjectId: banquetId,
				before: { ...before, venue: found.banquet.venue, caterer: found.banquet.caterer },
				after: { hostName, hostPhone, venue: banquet.venue, caterer: banquet.caterer }
			}),
			updateBanquet(ctx.db, banquetId, {
				...banquet,
				...host,
				otherHouseholdIndex: apart.otherHouseholdIndex,
				confirmedTables: vouchedTables(banquet.tablesPlanned)
			}),
			...confirmBy(ctx, banquetId)
		],
		{ ...once, ...standsRemoved }
	);
}

/** What is another household's stays so while the telephone or name, the occasion and the day stay; else a cadre is asked anew. */
async function keepApart(
	ctx: Context,
	was: Banquet,
	{
		before,
		hostName,
		isOtherHousehold,
		after
	}: { before: string; hostName: string; isOtherHousehold?: boolean; after: Matter & Pick<Banquet, 'hostNameIndex'> }
) {
	const isAsBefore = (['hostPhoneIndex', 'hostNameIndex', 'occasion', 'plannedOn'] as const).every(
		(name) => was[name] === after[name]
	);
	const { otherHouseholdIndex } = was;
	if (isAsBefore && before === hostName) return { ok: true as const, otherHouseholdIndex };
	const isOther = isOtherHousehold || (isAsBefore && otherHouseholdIndex !== '');
	return tellApart(ctx, after, { hostName, isOtherHousehold: isOther });
}

/**
 * Strikes a banquet out of the ledger and of every figure, and its dissuasion with it: entered twice, or by mistake.
 * It stays readable, with who, when and why. It is done once: who comes second is refused.
 */
export async function removeBanquet(
	ctx: Context,
	{ id, banquetId, reason }: { id: string; banquetId: string; reason: string }
): Promise<Result<object, 'banquet-unknown' | 'not-your-unit' | 'struck-out-already'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const { unitId } = found.banquet;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordOnce(
		ctx,
		{ isDone: found.banquet.isRemoved, unique: 'banquet_removals.banquet_id', refusal: 'struck-out-already' },
		{ id, verb: 'removeBanquet', subject: { type: 'banquet', id: banquetId }, unitId, reason },
		[insertBanquetRemoval(ctx.db, { banquetId, reason, ...stampOf(ctx) })]
	);
}
