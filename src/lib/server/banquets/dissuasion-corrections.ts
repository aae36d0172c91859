import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { dissuasionForm } from '$lib/forms/banquets/dissuasion';
import type { Context } from '../context';
import { updateLastVisit } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { findDissuasion, updateDissuasion } from '$lib/server/db/banquets/dissuasions';
import { hasLanded } from '$lib/server/db/landed-acts';
import { mayActFor } from '../people/rights';
import { standsRemoved } from './banquets';
import { type DissuasionRefusal, refuseVisit, endBanquet } from './dissuasions';
import { recordAct } from '../record-act';

export type CorrectDissuasionCommand = InferOutput<typeof dissuasionForm> & { dissuasionId: string; reason: string };

/**
 * Corrects a dissuasion: its result, the note, the day of the last visit. The corrector now answers for it, so an
 * earlier confirmation ends and a second person is asked again. The old values and why stay in the audit entry.
 */
export async function correctDissuasion(
	ctx: Context,
	command: CorrectDissuasionCommand
): Promise<Result<object, DissuasionRefusal | 'dissuasion-unknown' | 'visit-already-recorded'>> {
	const { id, dissuasionId, wentOn, outcome, note } = command;
	const before = await findDissuasion(ctx.db, dissuasionId);
	const found = before && (await findBanquet(ctx.db, before.banquet.id));
	if (!before || !found) return { ok: false, refusal: 'dissuasion-unknown' };
	const byId = actorId(ctx.actor);
	if (byId === null || !(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const refusal = refuseVisit(ctx, found, command);
	if (refusal && !(await hasLanded(ctx, { id, subjectId: found.banquet.id }))) return { ok: false, refusal };
	const at = ctx.now();
	const banquetId = found.banquet.id;
	const { wentOn: wasOn, outcome: wasOutcome, byId: wasBy } = before.dissuasion;
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'correctDissuasion',
			subject: { type: 'banquet', id: banquetId },
			unitId: found.banquet.unitId,
			detail: {
				dissuasionId,
				before: {
					wentOn: wasOn,
					outcome: wasOutcome,
					byId: wasBy,
					confirmedById: before.confirmer?.id ?? null
				},
				after: { wentOn, outcome }
			},
			reason: command.reason
		},
		[
			updateLastVisit(ctx.db, banquetId, wentOn),
			...updateDissuasion(ctx.db, before.dissuasion, { wentOn, outcome, note, byId }),
			...endBanquet(ctx, { banquetId, wentOn, outcome }, at)
		],
		{
			'refusal:dissuasion-contradicts-outcome': 'dissuasion-contradicts-outcome',
			'banquet_visits.banquet_id': 'visit-already-recorded',
			...standsRemoved
		} as const
	);
}
