import { decideCaseRow, inferState, type CaseRow } from '$lib/domain/ledgers/case-row';
import { findCase } from '$lib/server/db/cases/cases';
import { listZeroMonths } from '$lib/server/db/figures/coverage';
import {
	casesWorkedOn,
	eachCase,
	landCases,
	listCasesOn,
	removeCases,
	type CaseRecord
} from '$lib/server/db/ledgers/cases';
import { openMatter, openResult, sealMatter, sealResult } from '../cases/cases';
import type { Context } from '../context';
import { each, villageAndGroup, type ListRows } from './export-row';
import { askedIfAlike, decideRows, refused, spanOf, type ParsedRow, type ReadRows } from './import-row';
import { cellsOf, type LedgerService } from './ledger-service';

/** A case of the same unit, kind, day and matter may well be another one: it is asked about. */
const read: ReadRows<CaseRecord> = async (ctx, imported, rows) => {
	const decided = decideRows(rows, (values) => decideCaseRow(values, { today: ctx.today() }));
	const days = [...new Set(decided.flatMap(({ facts }) => (facts ? [facts.receivedOn] : [])))];
	const units = [...new Set(decided.flatMap(({ row }) => row.villageId ?? []))];
	const [recorded, zeroOf] = await Promise.all([
		listCasesOn(ctx.db, imported.unitId, days),
		listZeroMonths(ctx.db, units, spanOf(days.map((day) => day.slice(0, 7))))
	]);
	const known = new Map(
		recorded.map((one) => [keyOf(ctx, one.unitId, { ...one, matter: openMatter(ctx, one) }) + one.receivedOn, one.id])
	);
	return decided.map(({ row, faults, facts }) => {
		if (!facts) return refused(faults);
		// A row of a group is a case of its village.
		const unitId = row.villageId!;
		if (zeroOf(facts.kind, unitId, facts.receivedOn.slice(0, 7)))
			return refused([{ column: 'receivedOn', fault: 'month-checked-zero', with: ['caseKind'] }]);
		const likeKey = keyOf(ctx, unitId, facts);
		const recordId = known.get(likeKey + facts.receivedOn) ?? null;
		return askedIfAlike(draftOf(ctx, row, facts), { likeKey, dayOn: facts.receivedOn, recordId });
	});
};

const keyOf = (ctx: Context, unitId: string, { kind, matter }: Pick<CaseRow, 'kind' | 'matter'>): string =>
	ctx.keys.blindIndex(`case:${unitId}:${kind}:${matter}`);

function draftOf(ctx: Context, { recordId, villageId }: ParsedRow, { matter, result, ...facts }: CaseRow): CaseRecord {
	const matterSealed = sealMatter(ctx, recordId, matter);
	return { ...facts, unitId: villageId!, matterSealed, resultSealed: sealResult(ctx, recordId, result) };
}

const show: LedgerService['show'] = async (ctx, recordId) => {
	const found = await findCase(ctx.db, recordId);
	if (!found) return null;
	const { kind, receivedOn, dueOn, settledOn } = found.case;
	return {
		href: `/desk/cases/${recordId}`,
		cells: cellsOf({
			village: found.unit.name,
			caseKind: kind,
			receivedOn,
			settleBy: dueOn,
			matter: openMatter(ctx, found.case),
			settledOn
		})
	};
};

const rows: ListRows = (ctx, asked) =>
	each(eachCase(ctx.db, asked), ({ case: one, settlement }) => ({
		village: villageAndGroup(one.unitId, asked).village,
		caseKind: one.kind,
		level: one.level,
		receivedOn: one.receivedOn,
		settleBy: one.dueOn,
		matter: openMatter(ctx, one),
		caseState: settlement ? 'settled' : 'open',
		settledOn: one.settledOn,
		settlement: settlement && openResult(ctx, settlement)
	}));

export const cases: LedgerService = {
	read,
	infer: (values) => ({ caseState: inferState(values) }),
	show,
	land: ({ db }, slice, stamp) => landCases(db, slice, stamp),
	workedOn: casesWorkedOn,
	remove: ({ db }, undo) => removeCases(db, undo),
	rows
};
