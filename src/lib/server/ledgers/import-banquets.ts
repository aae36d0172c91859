import { farthestPlannedDays, isBanquetHeld } from '$lib/domain/banquets/banquet';
import { daysBetween, addDays } from '$lib/domain/calendar/calendar';
import { canBeDissuaded, agreeingClaims, outcomeOfDissuasion } from '$lib/domain/banquets/dissuasion';
import { nearDays } from '$lib/domain/ledgers/import';
import { decideBanquetRow, decideDissuasionRow, type DissuasionRow } from '$lib/domain/ledgers/ledger-rules';
import type { CellFault } from '$lib/domain/ledgers/ledger-row';
import { sealHost } from '../banquets/banquets';
import type { Context } from '../context';
import { listZeroMonths } from '$lib/server/db/figures/coverage';
import { listBanquetsBetween } from '$lib/server/db/ledgers/import-likenesses';
import { findVillagesOf } from '$lib/server/db/birthdays/elders';
import type { Import } from '$lib/server/db/ledgers/imports';
import { decideRows, refused, spanOf, type ParsedRow, type ReadRows, type RowResult } from './import-row';

/** A banquet on record, with its host's name in clear and the village it is of. */
type Known = Awaited<ReturnType<typeof listKnown>>[number];

/** Banquets on record around the days of some rows. Only these are opened, for a town has thousands. */
async function listKnown(ctx: Context, imported: Import, days: readonly string[], before: number) {
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

const isNear = (a: string, b: string) => Math.abs(daysBetween(a, b)) <= nearDays.banquets;

/** By host: a village has some namesakes, a town thousands of banquets. */
const byHost = (known: readonly Known[]) => groupBy(known, ({ villageId, hostName }) => `${villageId}:${hostName}`);

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}

export const readBanquets: ReadRows = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: farthestPlannedDays };
	const decided = decideRows(rows, (values) => decideBanquetRow(values, day));
	const days = decided.flatMap(({ facts }) => (facts ? [facts.plannedOn] : []));
	const known = await listKnown(ctx, imported, days, nearDays.banquets);
	const hosts = byHost(known);
	const phones = groupBy(known, ({ hostPhoneIndex }) => hostPhoneIndex ?? '');
	const zeroOf = await listZeroMonths(
		ctx.db,
		[...new Set(decided.flatMap(({ row }) => row.unitId ?? []))],
		spanOf(decided.flatMap(({ facts }) => facts?.outcome?.endedOn ?? []))
	);
	return decided.map(({ row, faults, facts }): RowResult => {
		if (!facts) return refused(faults);
		const { host, phone, outcome, hygiene, ...plain } = facts;
		const { recordId, villageId } = row;
		const unitId = row.unitId!;
		const isHeld = outcome !== null && isBanquetHeld(outcome.outcome);
		if (isHeld && zeroOf('banquet', unitId, outcome.endedOn.slice(0, 7)))
			return refused([{ column: 'plannedOn', fault: 'month-checked-zero' }]);
		const sealed = sealHost(ctx, recordId, { hostName: host, hostPhone: phone, unitId });
		const like = [
			...(hosts.get(`${villageId}:${host}`) ?? []).filter(({ plannedOn }) => isNear(plannedOn, facts.plannedOn)),
			...(phone ? (phones.get(sealed.hostPhoneIndex!) ?? []) : []).filter(
				({ plannedOn }) => plannedOn === facts.plannedOn
			)
		];
		const same = like.find(({ plannedOn, occasion }) => plannedOn === facts.plannedOn && occasion === facts.occasion);
		const record = { ...plain, ...sealed, hygiene: Number(hygiene), unitId, code: ctx.newCode(), ...outcome };
		return {
			faults: [],
			record,
			sameKey: ctx.keys.blindIndex(`banquet:${villageId}:${host}:${facts.plannedOn}:${facts.occasion}`),
			likeKey: ctx.keys.blindIndex(`banquet:${villageId}:${host}`),
			dayOn: facts.plannedOn,
			recordLikeness: same ? 'same' : like.length > 0 ? 'alike' : null,
			likeRecordId: (same ?? like[0])?.id ?? null
		};
	});
};

export const readDissuasions: ReadRows = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: farthestPlannedDays };
	const decided = decideRows(rows, (values) => decideDissuasionRow(values, day));
	const days = decided.flatMap(({ facts }) => (facts ? [facts.plannedOn ?? facts.wentOn] : []));
	const hosts = byHost(await listKnown(ctx, imported, days, nearDays.banquets));
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const banquet = findBanquetOf(facts, hosts.get(`${row.villageId}:${facts.host}`) ?? []);
		return banquet ? onBanquet(ctx, row, facts, banquet) : withBanquet(ctx, row, facts);
	});
};

/** The banquet on record that a dissuasion is about: of that day and occasion; where the ledger says no day, the next one after the visit. */
function findBanquetOf({ plannedOn, occasion, wentOn }: DissuasionRow, known: readonly Known[]): Known | null {
	const of = known.filter((banquet) => occasion === null || banquet.occasion === occasion);
	if (plannedOn !== null) return of.find((banquet) => banquet.plannedOn === plannedOn) ?? null;
	const after = of.filter((banquet) => banquet.plannedOn >= wentOn);
	return after.length === 1 ? after[0]! : null;
}

function onBanquet(ctx: Context, row: ParsedRow, facts: DissuasionRow, banquet: Known): RowResult {
	const faults: CellFault[] = [];
	const { outcome } = banquet;
	if (facts.wentOn > banquet.plannedOn) faults.push({ column: 'wentOn', fault: 'went-after-banquet' });
	if (!canBeDissuaded(outcome)) faults.push({ column: 'dissuasion', fault: 'banquet-held' });
	else if (outcome !== null && !agreeingClaims(outcome).includes(facts.outcome))
		faults.push({ column: 'dissuasion', fault: 'contradicts-outcome' });
	if (faults.length > 0 && !banquet.isDissuaded) return refused(faults);
	return {
		...dissuasionRow(ctx, facts, { villageId: row.villageId!, plannedOn: banquet.plannedOn }, banquet.occasion),
		record: { ...recordOf(facts), banquetId: banquet.id, banquet: null },
		recordLikeness: banquet.isDissuaded ? 'same' : null,
		likeRecordId: banquet.id
	};
}

/** A dissuasion whose banquet is not recorded yet: the banquet comes with it, as one that was found. */
function withBanquet(ctx: Context, row: ParsedRow, facts: DissuasionRow): RowResult {
	const { host, phone, occasion, plannedOn, tablesPlanned, wentOn } = facts;
	const faults: CellFault[] = [];
	if (occasion === null) faults.push({ column: 'occasion', fault: 'missing' });
	if (plannedOn === null) faults.push({ column: 'plannedOn', fault: 'missing' });
	if (tablesPlanned === null) faults.push({ column: 'tablesPlanned', fault: 'tables-missing' });
	if (occasion === null || plannedOn === null || tablesPlanned === null) return refused(faults);
	const banquetId = ctx.newId();
	const unitId = row.unitId!;
	const sealed = sealHost(ctx, banquetId, { hostName: host, hostPhone: phone, unitId });
	const banquet = { ...sealed, unitId, occasion, plannedOn, tablesPlanned, declaredOn: wentOn, code: ctx.newCode() };
	return {
		...dissuasionRow(ctx, facts, { villageId: row.villageId!, plannedOn }, occasion),
		record: { ...recordOf(facts), banquetId, banquet },
		recordLikeness: null,
		likeRecordId: null
	};
}

const recordOf = ({ wentOn, visits, outcome, note }: DissuasionRow) => ({
	wentOn,
	visits,
	outcome,
	note,
	ends: outcomeOfDissuasion(outcome)
});

function dissuasionRow(
	ctx: Context,
	{ host }: DissuasionRow,
	{ villageId, plannedOn }: { villageId: string; plannedOn: string },
	occasion: string
) {
	return {
		faults: [],
		sameKey: ctx.keys.blindIndex(`dissuasion:${villageId}:${host}:${plannedOn}:${occasion}`),
		likeKey: ctx.keys.blindIndex(`dissuasion:${villageId}:${host}`),
		dayOn: plannedOn
	};
}
