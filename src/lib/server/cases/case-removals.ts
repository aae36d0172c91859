import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { caseRemovalForm } from '$lib/forms/cases/case';
import { insertCaseRemoval } from '$lib/server/db/cases/case-changes';
import { findCase } from '$lib/server/db/cases/cases';
import type { Context } from '../context';
import { mayActFor } from '../people/rights';
import { recordOnce, stampOf } from '../record-act';

export type RemoveCaseCommand = InferOutput<typeof caseRemovalForm> & { caseId: string };

/** Strikes a case out of the ledger and of every figure; it stays readable, with who, when and why. Done once: who comes second is refused. */
export async function removeCase(
	ctx: Context,
	{ id, caseId, reason }: RemoveCaseCommand
): Promise<Result<object, 'case-unknown' | 'not-your-unit' | 'struck-out-already'>> {
	const found = await findCase(ctx.db, caseId);
	if (!found) return { ok: false, refusal: 'case-unknown' };
	const { unitId } = found.case;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordOnce(
		ctx,
		{ isDone: found.removal !== null, unique: 'case_removals.case_id', refusal: 'struck-out-already' },
		{ id, verb: 'removeCase', subject: { type: 'case', id: caseId }, unitId, reason },
		[insertCaseRemoval(ctx.db, { caseId, reason, ...stampOf(ctx) })]
	);
}
