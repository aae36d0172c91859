import type { InferOutput } from 'valibot';
import { faultOfDays, type CaseDayFault, type CaseDays, type CaseKind } from '$lib/domain/cases/case';
import { lastDueOn } from '$lib/domain/calendar/plausible-day';
import type { Result } from '$lib/domain/result';
import { hasOffice } from '$lib/domain/units/unit';
import type { caseForm, settlementForm } from '$lib/forms/cases/case';
import { findCheckedZero } from '$lib/server/db/activities/checked-zeros';
import { insertCase, insertSettlement } from '$lib/server/db/cases/case-changes';
import { findCase, type FoundCase } from '$lib/server/db/cases/cases';
import { findUnit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import { mayActFor } from '../people/rights';
import { stampOf, writeAct } from '../record-act';

/** Days are of the town. */
export type RecordCaseCommand = InferOutput<typeof caseForm>;
export type CaseFactsRefusal =
	'not-your-unit' | 'case-due-too-far' | 'unit-without-office' | CaseDayFault | 'month-checked-zero';

/** What the database says of the facts of a case. */
export const factsRefused = {
	'refusal:unit-without-office': 'unit-without-office',
	'refusal:date-in-future': 'date-in-future',
	'refusal:month-checked-zero': 'month-checked-zero',
	cases_must_be_due: 'case-due-missing',
	cases_due: 'case-due-before-received',
	cases_settled: 'case-settled-before-received'
} as const;

/**
 * Enters a case that was received, by staff of its unit: the town, or a village. What it is about lies sealed.
 * Refusals: a day is wrong (`faultOfDays`); the month was reported as having had none of the kind.
 */
export async function recordCase(
	ctx: Context,
	{ id, matter, ...facts }: RecordCaseCommand
): Promise<Result<{ caseId: string }, CaseFactsRefusal>> {
	const refusal = await refuseFacts(ctx, { ...facts, settledOn: null });
	if (refusal) return { ok: false, refusal };
	const { unitId, ...detail } = facts;
	const written = await writeAct(
		ctx,
		{ id, verb: 'recordCase', subject: { type: 'case', id }, unitId, detail },
		[insertCase(ctx.db, { ...facts, id, matterSealed: sealMatter(ctx, id, matter), ...stampOf(ctx) })],
		factsRefused
	);
	return written.ok ? { ok: true, caseId: id } : written;
}

/** What keeps a case from being written down so; null where nothing does. */
export async function refuseFacts(
	ctx: Context,
	{ unitId, kind, ...days }: CaseDays & { unitId: string; kind: CaseKind }
): Promise<CaseFactsRefusal | null> {
	if (!(await mayActFor(ctx, unitId))) return 'not-your-unit';
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !hasOffice(unit.kind)) return 'unit-without-office';
	const wrong = faultOfDays(kind, days, ctx.today());
	if (wrong) return wrong.fault;
	if (days.dueOn !== null && days.dueOn > lastDueOn(days.receivedOn)) return 'case-due-too-far';
	return (await findCheckedZero(ctx.db, unitId, kind, days.receivedOn.slice(0, 7))) ? 'month-checked-zero' : null;
}

export type CaseRefusal = 'case-unknown' | 'not-your-unit' | 'case-removed';
export type SettlementRefusal = CaseRefusal | CaseDayFault;

/** What the database says of a settlement. */
export const settlementRefused = {
	'refusal:case-removed': 'case-removed',
	'refusal:date-in-future': 'date-in-future',
	'refusal:case-settled-before-received': 'case-settled-before-received'
} as const;

/** A case that staff of its unit may still work on; or why not. */
export async function openCase(ctx: Context, caseId: string): Promise<Result<{ found: FoundCase }, CaseRefusal>> {
	const found = await findCase(ctx.db, caseId);
	if (!found) return { ok: false, refusal: 'case-unknown' };
	if (!(await mayActFor(ctx, found.case.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return found.removal ? { ok: false, refusal: 'case-removed' } : { ok: true, found };
}

export type SettleCaseCommand = InferOutput<typeof settlementForm> & { caseId: string };

/** A case is settled, once: a second settlement is refused and changes nothing. */
export async function settleCase(
	ctx: Context,
	{ id, caseId, settledOn, result }: SettleCaseCommand
): Promise<Result<object, SettlementRefusal | 'case-already-settled'>> {
	const opened = await openCase(ctx, caseId);
	if (!opened.ok) return opened;
	const { unitId, kind, receivedOn, dueOn } = opened.found.case;
	const wrong = faultOfDays(kind, { receivedOn, dueOn, settledOn }, ctx.today());
	if (wrong) return { ok: false, refusal: wrong.fault };
	return writeAct(
		ctx,
		{ id, verb: 'settleCase', subject: { type: 'case', id: caseId }, unitId, detail: { settledOn } },
		[insertSettlement(ctx.db, { caseId, settledOn, resultSealed: sealResult(ctx, caseId, result), ...stampOf(ctx) })],
		{ ...settlementRefused, 'refusal:case-already-settled': 'case-already-settled' } as const
	);
}

export const sealMatter = ({ keys }: Context, id: string, matter: string): string =>
	keys.seal(matter, 'cases.matter', id);
export const sealResult = ({ keys }: Context, id: string, result: string): string =>
	keys.seal(result, 'case_settlements.result', id);

/** What a case is about, in clear. */
export const openMatter = ({ keys }: Context, { id, matterSealed }: Pick<FoundCase['case'], 'id' | 'matterSealed'>) =>
	keys.open(matterSealed, 'cases.matter', id);

/** What came of a case, in clear. */
export const openResult = ({ keys }: Context, { caseId, resultSealed }: NonNullable<FoundCase['settlement']>) =>
	keys.open(resultSealed, 'case_settlements.result', caseId);
