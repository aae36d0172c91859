import type { InferOutput } from 'valibot';
import { faultOfDays } from '$lib/domain/cases/case';
import type { Result } from '$lib/domain/result';
import type { caseCorrectionForm, reopeningForm, settlementCorrectionForm } from '$lib/forms/cases/case';
import { caseBeforeAndAfter, deleteSettlement, updateCase, updateSettlement } from '$lib/server/db/cases/case-changes';
import { insertFormer } from '../audit/former-values';
import type { Context } from '../context';
import { findAnswer, recordAct, type Statements } from '../record-act';
import {
	factsRefused,
	openCase,
	openMatter,
	openResult,
	refuseFacts,
	sealMatter,
	sealResult,
	settlementRefused,
	type CaseFactsRefusal,
	type CaseRefusal,
	type SettlementRefusal
} from './cases';

type OfCase<Form> = Form & { caseId: string };
export type CorrectCaseCommand = OfCase<InferOutput<typeof caseCorrectionForm>>;
export type CorrectCaseRefusal = CaseRefusal | CaseFactsRefusal;

/** Corrects what is written of a case, by staff of its unit and of the one it goes to, and says why. Its settlement stays. */
export async function correctCase(
	ctx: Context,
	{ id, caseId, reason, matter, ...facts }: CorrectCaseCommand
): Promise<Result<object, CorrectCaseRefusal>> {
	const opened = await openCase(ctx, caseId);
	if (!opened.ok) return opened;
	const { case: before } = opened.found;
	const refusal = await refuseFacts(ctx, { ...facts, settledOn: before.settledOn });
	if (refusal) return { ok: false, refusal };
	const former = openMatter(ctx, before);
	const change = { id, caseId, reason, after: facts, sealed: { matter: [former, matter] as const } };
	return recordAct(
		ctx,
		{ verb: 'correctCase', ...actOf(facts.unitId, change) },
		[...formerOf(ctx, change), updateCase(ctx.db, caseId, { ...facts, matterSealed: sealMatter(ctx, caseId, matter) })],
		{ ...factsRefused, 'refusal:case-removed': 'case-removed' } as const
	);
}

export type CorrectSettlementCommand = OfCase<InferOutput<typeof settlementCorrectionForm>>;

/** Corrects the day on which a case was settled, or what came of it, and says why. */
export async function correctSettlement(
	ctx: Context,
	{ id, caseId, reason, settledOn, result }: CorrectSettlementCommand
): Promise<Result<object, SettlementRefusal | 'case-open'>> {
	const opened = await openCase(ctx, caseId);
	if (!opened.ok) return opened;
	const { case: one, settlement } = opened.found;
	if (!settlement) return { ok: false, refusal: 'case-open' };
	const wrong = faultOfDays(one.kind, { ...one, settledOn }, ctx.today());
	if (wrong) return { ok: false, refusal: wrong.fault };
	const sealed = { result: [openResult(ctx, settlement), result] as const };
	const change = { id, caseId, reason, after: { settledOn }, sealed };
	return recordAct(
		ctx,
		{ verb: 'correctSettlement', ...actOf(one.unitId, change) },
		[
			...formerOf(ctx, change),
			updateSettlement(ctx.db, caseId, { settledOn, resultSealed: sealResult(ctx, caseId, result) })
		],
		settlementRefused
	);
}

export type ReopenCaseCommand = OfCase<InferOutput<typeof reopeningForm>>;

/** A settled case was not settled after all, and says why: it is open again. */
export async function reopenCase(
	ctx: Context,
	{ id, caseId, reason }: ReopenCaseCommand
): Promise<Result<object, CaseRefusal>> {
	const opened = await openCase(ctx, caseId);
	if (!opened.ok) return opened;
	const { case: one, settlement } = opened.found;
	if (!settlement) return (await findAnswer(ctx, { id, verb: 'reopenCase', subjectId: caseId })) ?? { ok: true };
	const sealed = { result: [openResult(ctx, settlement), ''] as const };
	const change = { id, caseId, reason, after: { settledOn: null }, sealed };
	return recordAct(
		ctx,
		{ verb: 'reopenCase', ...actOf(one.unitId, change) },
		[...formerOf(ctx, change), deleteSettlement(ctx.db, caseId)],
		{ 'refusal:case-removed': 'case-removed' } as const
	);
}

/** What a correction replaces: plain columns as they will be, and sealed texts before and after. */
interface Change {
	id: string;
	caseId: string;
	reason: string;
	after: Record<string, unknown>;
	sealed: Record<string, readonly [before: string, after: string]>;
}

const actOf = (unitId: string, { id, caseId, reason, after, sealed }: Change) => ({
	id,
	subject: { type: 'case', id: caseId },
	unitId,
	reason,
	detail: caseBeforeAndAfter(
		caseId,
		after,
		Object.keys(sealed).filter((field) => sealed[field]![0] !== sealed[field]![1])
	)
});

function formerOf(ctx: Context, { id, caseId, sealed }: Change): Statements {
	const texts = (at: 0 | 1) => Object.fromEntries(Object.entries(sealed).map(([field, both]) => [field, both[at]]));
	return insertFormer(ctx, { actId: id, subjectId: caseId, before: texts(0), after: texts(1) });
}
