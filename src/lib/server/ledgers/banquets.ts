import { farthestPlannedDays, isBanquetHeld } from '$lib/domain/banquets/banquet';
import { daysBetween } from '$lib/domain/calendar/calendar';
import { decideBanquetRow, inferOutcome, originByHeading, type BanquetRow } from '$lib/domain/ledgers/banquet-row';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { listZeroMonths } from '$lib/server/db/figures/coverage';
import {
	banquetsWorkedOn,
	eachBanquet,
	landBanquets,
	removeBanquets,
	type BanquetRecord,
	type OutcomeRecord
} from '$lib/server/db/ledgers/banquets';
import { openHost, otherHouseholdIndexOf, sealHost } from '../banquets/host';
import type { Context } from '../context';
import { each, villageAndGroup, type ListRows } from './export-row';
import { openNote } from './row-text';
import { decideRows, refused, spanOf, type ParsedRow, type ReadRows } from './import-row';
import { byHost, hostOf, isOnce, listKnownBanquets, listOfPhones, type KnownBanquet } from './known-banquets';
import { cellsOf, type LedgerService, type ShownRecord } from './ledger-service';

type Draft = BanquetRecord & Partial<OutcomeRecord>;
const { nearDays } = ledgerDefinitions.banquets;

const read: ReadRows<Draft> = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: farthestPlannedDays };
	const dated = originByHeading(imported.headings[imported.columns.indexOf('declaredOn')] ?? '');
	const decided = decideRows(rows, (values) => decideBanquetRow(values, day, dated));
	const asked = decided.flatMap(({ row, facts }) => (facts ? [{ row, on: facts.plannedOn }] : []));
	const hosts = byHost(await listKnownBanquets(ctx, asked, nearDays));
	const phones = await listOfPhones(
		ctx,
		imported.unitId,
		decided.flatMap(({ facts }) => facts ?? [])
	);
	const zeroOf = await listZeroMonths(
		ctx.db,
		[...new Set(decided.flatMap(({ row }) => row.unitId ?? []))],
		spanOf(decided.flatMap(({ facts }) => facts?.outcome?.endedOn ?? []))
	);
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const { outcome } = facts;
		const isHeld = outcome !== null && isBanquetHeld(outcome.outcome);
		if (isHeld && zeroOf('banquet', row.unitId!, outcome.endedOn.slice(0, 7)))
			return refused([{ column: 'plannedOn', fault: 'month-checked-zero', with: ['outcome'] }]);
		if (outcome !== null && !row.isThere(outcome.endedOn))
			return refused([{ column: 'endedOn', fault: 'unit-not-there', with: ['village', 'plannedOn'] }]);
		const record = draftOf(ctx, row, facts);
		const like = [
			...(hosts.get(`${row.villageId}:${facts.host}`) ?? []).filter((one) => isNear(one, facts)),
			...(facts.phone ? (phones.get(record.hostPhoneIndex!) ?? []) : []).filter(
				({ plannedOn }) => plannedOn === facts.plannedOn
			)
		];
		const same = like.find((one) => isOnce(one, facts, record));
		return {
			faults: [],
			record,
			sameKey: ctx.keys.blindIndex(`banquet:${hostOf(record)}:${facts.host}:${facts.plannedOn}:${facts.occasion}`),
			likeKey: ctx.keys.blindIndex(`banquet:${row.villageId}:${facts.host}`),
			alsoKey: record.hostPhoneIndex,
			dayOn: facts.plannedOn,
			recordLikeness: same ? 'same' : like.length > 0 ? 'alike' : null,
			likeRecordId: (same ?? like[0])?.id ?? null
		};
	});
};

const isNear = (one: KnownBanquet, { plannedOn }: BanquetRow) =>
	Math.abs(daysBetween(one.plannedOn, plannedOn)) <= nearDays;

function draftOf(ctx: Context, { recordId, unitId }: ParsedRow, facts: BanquetRow): Draft {
	const { host, phone, outcome, ...plain } = facts;
	return {
		...plain,
		...sealHost(ctx, recordId, { hostName: host, hostPhone: phone, unitId: unitId! }),
		otherHouseholdIndex: otherHouseholdIndexOf(ctx.keys, host),
		unitId: unitId!,
		code: ctx.newCode(),
		...outcome
	};
}

/** A banquet as cells of its ledger, with its page. */
export async function showBanquet(ctx: Context, recordId: string): Promise<ShownRecord | null> {
	const found = await findBanquet(ctx.db, recordId);
	if (!found) return null;
	const { banquet, outcome, unit } = found;
	const { hostName, hostPhone } = openHost(ctx, banquet);
	return {
		href: `/desk/banquets/${recordId}`,
		cells: cellsOf({
			village: unit.name,
			host: hostName,
			phone: hostPhone,
			occasion: banquet.occasion,
			plannedOn: banquet.plannedOn,
			tablesPlanned: banquet.tablesPlanned,
			outcome: outcome?.outcome ?? null
		})
	};
}

const rows: ListRows = (ctx, asked) =>
	each(eachBanquet(ctx.db, asked), ({ banquet, outcome, noteSealed }) => ({
		...villageAndGroup(banquet.unitId, asked),
		...hostCells(ctx, banquet),
		origin: banquet.origin,
		occasion: banquet.occasion,
		declaredOn: banquet.declaredOn,
		plannedOn: banquet.plannedOn,
		meals: banquet.meals,
		tablesPlanned: banquet.tablesPlanned,
		pricePerTable: banquet.pricePerTable,
		venue: banquet.venue,
		caterer: banquet.caterer,
		hygiene: banquet.isHygieneCertificateSeen,
		note: noteSealed && openNote(ctx, banquet.id, noteSealed),
		...(outcome && { outcome: outcome.outcome, endedOn: outcome.endedOn, tablesHeld: outcome.tablesHeld })
	}));

/** The host of a banquet in clear, as cells. */
export function hostCells(ctx: Context, banquet: Parameters<typeof openHost>[1]) {
	const { hostName, hostPhone } = openHost(ctx, banquet);
	return { host: hostName, phone: hostPhone };
}

export const banquets: LedgerService = {
	read,
	infer: (values) => ({ outcome: inferOutcome(values) }),
	show: showBanquet,
	land: ({ db }, slice, stamp) => landBanquets(db, slice, stamp),
	workedOn: banquetsWorkedOn,
	remove: ({ db }, undo) => removeBanquets(db, undo),
	rows
};
