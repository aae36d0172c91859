import { findCheckable } from '$lib/domain/activities/activity';
import {
	decideActivityRow,
	decideElderRow,
	decideHouseholdsRow,
	type ActivityRow
} from '$lib/domain/ledgers/ledger-rules';
import type { CellFault } from '$lib/domain/ledgers/ledger-row';
import { listReportedMonths, listZeroMonths } from '$lib/server/db/figures/coverage';
import { findVillagesOf } from '$lib/server/db/birthdays/elders';
import {
	listActivitiesOn,
	listEldersByName,
	listHouseholdCountsWithin
} from '$lib/server/db/ledgers/import-likenesses';
import { sealElder } from '../birthdays/elders';
import { decideRows, refused, spanOf, type ReadRows, type RowResult } from './import-row';

/** Two entries of one unit, kind, day and subject may well be two broadcasts of one day, so they are asked about, not left out. */
export const readActivities: ReadRows = async (ctx, imported, rows) => {
	const day = { today: ctx.today(), farthestDays: 0 };
	const decided = decideRows(rows, (values) => decideActivityRow(values, day));
	const days = [...new Set(decided.flatMap(({ facts }) => (facts ? [facts.doneOn] : [])))];
	const units = [...new Set(decided.flatMap(({ row }) => row.unitId ?? []))];
	const span = spanOf(decided.flatMap(({ facts }) => (facts ? [monthOf(facts)] : [])));
	const [known, zeroOf, recordsOf] = await Promise.all([
		listActivitiesOn(ctx.db, imported.unitId, days),
		listZeroMonths(ctx.db, units, span),
		listReportedMonths(ctx.db, units, span)
	]);
	const read: RowResult[] = [];
	for (const { row, faults, facts } of decided) {
		if (!facts) {
			read.push(refused(faults));
			continue;
		}
		const unitId = row.unitId!;
		const { responsible, ...plain } = facts;
		const isZero = facts.kind === 'checked-zero';
		const ledger = isZero ? facts.zeroKind : findCheckable(facts.kind);
		const zero = ledger && zeroOf(ledger, unitId, monthOf(facts));
		const contradiction = contradictionOf(unitId, facts, zero !== null);
		if (contradiction) {
			read.push(refused([contradiction]));
			continue;
		}
		const like = known.find(
			({ unitId: of, kind, doneOn, subject }) =>
				of === unitId &&
				kind === facts.kind &&
				doneOn === facts.doneOn &&
				subject === facts.subject &&
				kind !== 'checked-zero'
		);
		const key = ctx.keys.blindIndex(
			`activity:${unitId}:${facts.kind}:${facts.subject}:${facts.zeroKind ?? ''}:${facts.zeroMonth ?? ''}`
		);
		read.push({
			faults: [],
			record: {
				...plain,
				unitId,
				responsibleSealed: ctx.keys.seal(responsible, 'activities.responsible', row.recordId)
			},
			sameKey: isZero ? key : null,
			likeKey: isZero ? null : key,
			dayOn: facts.doneOn,
			recordLikeness: isZero && zero ? 'same' : like ? 'alike' : null,
			likeRecordId: (isZero ? zero?.id : like?.id) ?? null
		});
	}
	return read;

	function contradictionOf(unitId: string, facts: ActivityRow, isChecked: boolean): CellFault | null {
		if (facts.kind !== 'checked-zero') return isChecked ? { column: 'on', fault: 'month-checked-zero' } : null;
		if (isChecked || recordsOf(facts.zeroKind!, unitId, facts.zeroMonth!) === 0) return null;
		return { column: 'zeroMonth', fault: 'month-has-entries' };
	}
};

/** The month (YYYY-MM) that an entry falls into, or that it says was checked. */
const monthOf = ({ zeroMonth, doneOn }: ActivityRow) => zeroMonth ?? doneOn.slice(0, 7);

export const readElders: ReadRows = async (ctx, imported, rows) => {
	const roll = await listEldersByName(ctx.db, imported.unitId);
	const villages = await findVillagesOf(
		ctx.db,
		roll.map(({ unitId }) => unitId)
	);
	const persons = new Map(roll.map(({ personIndex, id }) => [personIndex, id]));
	const names = new Map(
		roll.map(({ id, unitId, nameSealed }) => [
			`${villages.get(unitId)}:${ctx.keys.open(nameSealed, 'elders.name', id)}`,
			id
		])
	);
	return decideRows(rows, decideElderRow).map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const villageId = row.villageId!;
		const record = sealElder(ctx, row.recordId, { ...facts, unitId: row.unitId! }, villageId);
		const known = persons.get(record.personIndex);
		const namesake = names.get(`${villageId}:${facts.name}`);
		return {
			faults: [],
			record: { ...record, needsTransport: Number(record.needsTransport) },
			sameKey: record.personIndex,
			likeKey: ctx.keys.blindIndex(`elder:${villageId}:${facts.name}`),
			// Namesakes are asked about whatever their birth dates: of one person a list often has the lunar one, another the solar.
			dayOn: '2000-01-01',
			recordLikeness: known ? 'same' : namesake ? 'alike' : null,
			likeRecordId: known ?? namesake ?? null
		};
	});
};

export const readHouseholds: ReadRows = async (ctx, imported, rows) => {
	const counts = await listHouseholdCountsWithin(ctx.db, imported.unitId);
	const known = new Set(counts.map(({ unitId, fromOn }) => `${unitId}:${fromOn}`));
	const day = { today: ctx.today(), farthestDays: 0 };
	return decideRows(rows, (values) => decideHouseholdsRow(values, day)).map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		const key = `${row.unitId}:${facts.fromOn}`;
		return {
			faults: [],
			record: { ...facts, unitId: row.unitId },
			sameKey: `households:${key}`,
			likeKey: null,
			dayOn: facts.fromOn,
			recordLikeness: known.has(key) ? 'same' : null,
			likeRecordId: known.has(key) ? key : null
		};
	});
};
