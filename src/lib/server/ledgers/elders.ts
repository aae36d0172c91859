import { decideElderRow } from '$lib/domain/ledgers/elder-row';
import { findElder } from '$lib/server/db/birthdays/elders';
import {
	eachElder,
	eldersWorkedOn,
	landElders,
	listEldersOfVillages,
	removeElders,
	type ElderRecord
} from '$lib/server/db/ledgers/elders';
import { openElder } from '../birthdays/elder-fields';
import { sealElder } from '../birthdays/elder-fields';
import type { Context } from '../context';
import { openNames } from '../open-names';
import { each, villageAndGroup, type ListRows } from './export-row';
import { decideRows, refused, type ReadRows } from './import-row';
import { cellsOf, type LedgerService } from './ledger-service';

/** Namesakes are asked about whatever their birth dates, so all rows are of one day: of one person a list often has the lunar date, another the solar. */
const anyDay = '2000-01-01';

const read: ReadRows<ElderRecord> = async (ctx, _, rows) => {
	const { persons, names } = await readRoll(ctx, [...new Set(rows.flatMap(({ villageId }) => villageId ?? []))]);
	return decideRows(rows, decideElderRow).map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const villageId = row.villageId!;
		const record = sealElder(ctx, row.recordId, { ...facts, unitId: row.unitId! }, villageId);
		const known = persons.get(record.personIndex);
		const namesake = names.get(`${villageId}:${facts.name}`);
		return {
			faults: [],
			record,
			sameKey: null,
			likeKey: ctx.keys.blindIndex(`elder:${villageId}:${facts.name}`),
			alsoKey: record.personIndex,
			dayOn: anyDay,
			recordLikeness: known || namesake ? 'alike' : null,
			likeRecordId: known ?? namesake ?? null
		};
	});
};

/** The ids of those on the rolls of villages, by their person's index, and by village and name. */
async function readRoll(ctx: Context, villageIds: readonly string[]) {
	const roll = await listEldersOfVillages(ctx.db, villageIds);
	const opened = await openNames(ctx, 'elders.name', roll);
	return {
		// Behind a colon stands what tells a namesake of the same birth date apart.
		persons: new Map(roll.map(({ personIndex, id }) => [personIndex.split(':')[0]!, id])),
		names: new Map(roll.map(({ villageId, id }) => [`${villageId}:${opened.get(id)!}`, id]))
	};
}

const show: LedgerService['show'] = async (ctx, recordId) => {
	const elder = await findElder(ctx.db, recordId);
	if (!elder) return null;
	const { name, birth, sex } = openElder(ctx, elder);
	return { href: `/desk/elders/${recordId}`, cells: cellsOf({ village: elder.unitName, name, sex, birth }) };
};

const rows: ListRows = (ctx, asked) =>
	each(eachElder(ctx.db, asked), ({ elder }) => {
		const open = openElder(ctx, elder as Parameters<typeof openElder>[1]);
		return {
			...villageAndGroup(elder.unitId, asked),
			name: open.name,
			sex: elder.sex,
			phone: open.phone,
			relativePhone: open.relativePhone,
			birth: open.birth && JSON.stringify(open.birth),
			calendar: open.birth?.calendar ?? null,
			mobility: elder.mobility,
			transport: elder.needsTransport,
			pickUpPoint: elder.pickUpPoint,
			diet: elder.diet,
			companions: elder.companions,
			photo: elder.photoConsent
		};
	});

export const elders: LedgerService = {
	read,
	show,
	land: ({ db }, slice, stamp) => landElders(db, slice, stamp),
	workedOn: eldersWorkedOn,
	remove: ({ db }, undo) => removeElders(db, undo),
	rows
};
