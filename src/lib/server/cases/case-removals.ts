import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { caseRemovalForm } from '$lib/forms/cases/case';
import { insertCaseRemoval } from '$lib/server/db/cases/case-changes';
import type { Context } from '../context';
import { done } from '../db/write';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { openCase } from './cases';

export type RemoveCaseCommand = InferOutput<typeof caseRemovalForm> & { caseId: string };

/** Strikes a case out of the ledger and of every figure; it stays readable, with who, when and why. A second time changes nothing. */
export async function removeCase(
	ctx: Context,
	{ id, caseId, reason }: RemoveCaseCommand
): Promise<Result<object, 'case-unknown' | 'not-your-unit'>> {
	const opened = await openCase(ctx, caseId);
	if (!opened.ok) {
		if (opened.refusal !== 'case-removed') return { ok: false, refusal: opened.refusal };
		return (await findAnswer(ctx, { id, verb: 'removeCase', subjectId: caseId })) ?? { ok: true };
	}
	const { unitId } = opened.found.case;
	return recordAct(
		ctx,
		{ id, verb: 'removeCase', subject: { type: 'case', id: caseId }, unitId, reason },
		[insertCaseRemoval(ctx.db, { caseId, reason, ...stampOf(ctx) })],
		{ 'case_removals.case_id': done }
	);
}
