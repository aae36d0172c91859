import { farthestPlannedDays, type Occasion } from '$lib/domain/banquets/banquet';
import { agreeingClaims, canBeDissuaded, mayCount, outcomeOfDissuasion } from '$lib/domain/banquets/dissuasion';
import { decideDissuasionRow, type DissuasionRow } from '$lib/domain/ledgers/dissuasion-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { listZeroMonths, type ZeroOf } from '$lib/server/db/figures/coverage';
import {
	dissuasionsInSlice,
	dissuasionsWorkedOn,
	eachDissuasion,
	landDissuasions,
	removeDissuasions,
	type DissuasionRecord
} from '$lib/server/db/ledgers/dissuasions';
import { otherHouseholdIndexOf, sealHost } from '../banquets/host';
import type { Context } from '../context';
import { hostCells, showBanquet } from './banquets';
import { each, villageAndGroup, type ListRows } from './export-row';
import { decideRows, refused, spanOf, type ParsedRow, type ReadRows, type RowResult } from './import-row';
import { byHost, hostOf, isOnce, listKnownBanquets, listOfPhones, type KnownBanquet } from './known-banquets';
import type { LedgerService } from './ledger-service';

const read: ReadRows<DissuasionRecord> = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: farthestPlannedDays };
	const decided = decideRows(rows, (values) => decideDissuasionRow(values, day));
	const asked = decided.flatMap(({ row, facts }) => (facts ? [{ row, on: facts.plannedOn ?? facts.wentOn }] : []));
	const hosts = byHost(await listKnownBanquets(ctx, asked, ledgerDefinitions.dissuasions.nearDays));
	const zeroOf = await listZeroMonths(
		ctx.db,
		[...new Set(decided.flatMap(({ row }) => row.unitId ?? []))],
		spanOf(decided.flatMap(({ facts }) => facts?.wentOn ?? []))
	);
	const phones = await listOfPhones(
		ctx,
		imported.unitId,
		decided.flatMap(({ facts }) => facts ?? [])
	);
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const banquet = findBanquetOf(facts, hosts.get(`${row.villageId}:${facts.host}`) ?? []);
		if (!banquet?.isDissuaded && isOfZero(row, facts, { occasion: banquet?.occasion ?? facts.occasion, zeroOf }))
			return refused([{ column: 'wentOn', fault: 'month-checked-zero', with: ['dissuasion'] }]);
		return banquet ? onBanquet(ctx, row, facts, banquet) : withBanquet(ctx, row, facts, phones);
	});
};

/** Whether a dissuasion would be counted, once it is confirmed, in a month that was checked as zero: a second person could not confirm it. */
const isOfZero = (
	{ unitId }: ParsedRow,
	{ outcome, wentOn }: DissuasionRow,
	{ occasion, zeroOf }: { occasion: Occasion | null; zeroOf: ZeroOf }
) => occasion !== null && mayCount({ outcome, occasion }) && zeroOf('dissuasion', unitId!, wentOn.slice(0, 7)) !== null;

/** The banquet on record that a dissuasion is about: of that day and occasion; where the ledger says no day, the next one after the visit. */
function findBanquetOf({ plannedOn, occasion, wentOn }: DissuasionRow, known: readonly KnownBanquet[]) {
	const of = known.filter((banquet) => occasion === null || banquet.occasion === occasion);
	if (plannedOn !== null) return of.find((banquet) => banquet.plannedOn === plannedOn) ?? null;
	const after = of.filter((banquet) => banquet.plannedOn >= wentOn);
	return after.length === 1 ? after[0]! : null;
}

type Read = RowResult<DissuasionRecord>;

function onBanquet(ctx: Context, row: ParsedRow, facts: DissuasionRow, banquet: KnownBanquet): Read {
	const faults: CellFault[] = [];
	const { outcome } = banquet;
	if (facts.wentOn > banquet.plannedOn)
		faults.push({ column: 'wentOn', fault: 'went-after-banquet', with: ['plannedOn'] });
	if (!canBeDissuaded(outcome)) faults.push({ column: 'dissuasion', fault: 'banquet-held', with: ['plannedOn'] });
	else if (outcome !== null && !agreeingClaims(outcome).includes(facts.outcome))
		faults.push({ column: 'dissuasion', fault: 'contradicts-outcome', with: ['plannedOn'] });
	if (faults.length > 0 && !banquet.isDissuaded) return refused(faults);
	return {
		...keysOf(ctx, facts, { villageId: row.villageId!, plannedOn: banquet.plannedOn, key: banquet.id }),
		alsoKey: facts.phone && ctx.keys.blindIndex(facts.phone),
		record: { ...draftOf(facts), banquetId: banquet.id, banquet: null },
		recordLikeness: banquet.isDissuaded ? 'same' : null,
		likeRecordId: banquet.id
	};
}

/** A dissuasion whose banquet is not recorded yet: the banquet comes with it, as one that was found. */
function withBanquet(
	ctx: Context,
	row: ParsedRow,
	facts: DissuasionRow,
	phones: ReadonlyMap<string, readonly KnownBanquet[]>
): Read {
	const { host, phone, occasion, plannedOn, tablesPlanned, wentOn } = facts;
	const faults: CellFault[] = [];
	if (occasion === null) faults.push({ column: 'occasion', fault: 'missing' });
	if (plannedOn === null) faults.push({ column: 'plannedOn', fault: 'missing' });
	if (tablesPlanned === null) faults.push({ column: 'tablesPlanned', fault: 'tables-missing' });
	if (plannedOn !== null && !row.isThere(plannedOn))
		faults.push({ column: 'plannedOn', fault: 'unit-not-there', with: ['village', 'wentOn'] });
	if (occasion === null || plannedOn === null || tablesPlanned === null || faults.length > 0) return refused(faults);
	const banquetId = ctx.newId();
	const unitId = row.unitId!;
	const sealed = sealHost(ctx, banquetId, { hostName: host, hostPhone: phone, unitId });
	const otherHouseholdIndex = otherHouseholdIndexOf(ctx.keys, host);
	const place = { ...sealed, otherHouseholdIndex, unitId };
	const banquet = { ...place, occasion, plannedOn, tablesPlanned, declaredOn: wentOn, code: ctx.newCode() };
	const like = (phones.get(sealed.hostPhoneIndex ?? '') ?? []).filter(
		(one) => one.plannedOn === plannedOn && one.occasion === occasion
	);
	const same = like.find((one) => isOnce(one, facts, sealed));
	return {
		...keysOf(ctx, facts, {
			villageId: row.villageId!,
			plannedOn,
			key: `${hostOf(sealed)}:${host}:${plannedOn}:${occasion}`
		}),
		alsoKey: sealed.hostPhoneIndex,
		record: { ...draftOf(facts), banquetId, banquet },
		recordLikeness: same ? 'same' : like.length > 0 ? 'alike' : null,
		likeRecordId: (same ?? like[0])?.id ?? null
	};
}

const draftOf = ({ wentOn, visits, outcome, note }: DissuasionRow) => ({
	wentOn,
	visits,
	outcome,
	note,
	ends: outcomeOfDissuasion(outcome)
});

function keysOf(
	ctx: Context,
	{ host }: DissuasionRow,
	{ villageId, plannedOn, key }: { villageId: string; plannedOn: string; key: string }
) {
	return {
		faults: [],
		sameKey: ctx.keys.blindIndex(`dissuasion:${key}`),
		likeKey: ctx.keys.blindIndex(`dissuasion:${villageId}:${host}`),
		dayOn: plannedOn
	};
}

const rows: ListRows = (ctx, asked) =>
	each(eachDissuasion(ctx.db, asked), ({ dissuasion, banquet }) => ({
		...villageAndGroup(banquet.unitId, asked),
		...hostCells(ctx, banquet),
		occasion: banquet.occasion,
		plannedOn: banquet.plannedOn,
		tablesPlanned: banquet.tablesPlanned,
		wentOn: dissuasion.wentOn,
		visits: dissuasion.visits,
		dissuasion: dissuasion.outcome,
		note: dissuasion.note
	}));

export const dissuasions: LedgerService = {
	read,
	// What a dissuasion is like is shown as its banquet.
	show: showBanquet,
	land: ({ db }, slice, stamp) => landDissuasions(db, slice, stamp),
	inSlice: dissuasionsInSlice,
	workedOn: dissuasionsWorkedOn,
	remove: ({ db }, undo) => removeDissuasions(db, undo),
	rows
};
