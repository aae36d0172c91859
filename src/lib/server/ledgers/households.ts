import { daysBetween } from '$lib/domain/calendar/calendar';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { decideHouseholdsRow } from '$lib/domain/ledgers/households-row';
import {
	eachHouseholdCount,
	householdsRecordId,
	householdsWorkedOn,
	landHouseholds,
	listHouseholdCountsWithin,
	removeHouseholds,
	type HouseholdsRecord
} from '$lib/server/db/ledgers/households';
import { findUnit } from '$lib/server/db/units/units';
import { listHouseholdCounts } from '$lib/server/db/units/households';
import { each, type ListRows } from './export-row';
import { decideRows, refused, type ReadRows } from './import-row';
import { cellsOf, type LedgerService } from './ledger-service';

const read: ReadRows<HouseholdsRecord> = async (ctx, imported, rows) => {
	const counts = await listHouseholdCountsWithin(ctx.db, imported.unitId);
	const known = new Set(counts.map(({ unitId, fromOn }) => `${unitId}:${fromOn}`));
	const { nearDays } = ledgerDefinitions.households;
	const day = { today: ctx.today(), farthestDays: 0 };
	return decideRows(rows, (values) => decideHouseholdsRow(values, day)).map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const key = `${row.unitId}:${facts.fromOn}`;
		const near = counts.find(
			({ unitId, fromOn }) => unitId === row.unitId && Math.abs(daysBetween(fromOn, facts.fromOn)) <= nearDays
		);
		const like = known.has(key) ? key : near ? `${near.unitId}:${near.fromOn}` : null;
		return {
			faults: [],
			record: { ...facts, unitId: row.unitId! },
			sameKey: `households:${key}`,
			likeKey: `households:${row.unitId}`,
			dayOn: facts.fromOn,
			recordLikeness: known.has(key) ? 'same' : like ? 'alike' : null,
			likeRecordId: like
		};
	});
};

const show: LedgerService['show'] = async (ctx, recordId) => {
	const [unitId = '', fromOn = ''] = recordId.split(':');
	const [unit, counts] = await Promise.all([findUnit(ctx.db, unitId), listHouseholdCounts(ctx.db, unitId)]);
	const households = counts.find((count) => count.fromOn === fromOn)?.households ?? null;
	return { href: null, cells: cellsOf({ village: unit?.name ?? null, fromOn, households }) };
};

const rows: ListRows = (ctx, asked) =>
	each(eachHouseholdCount(ctx.db, asked), ({ id, key, households }) => ({ village: id, fromOn: key, households }));

export const households: LedgerService = {
	read,
	show,
	land: ({ db }, slice, stamp) => landHouseholds(db, slice, stamp),
	recordId: householdsRecordId,
	workedOn: householdsWorkedOn,
	remove: ({ db }, undo) => removeHouseholds(db, undo),
	rows
};
