import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { outcomeBeforeAndAfter, updateOutcome } from '$lib/server/db/banquets/banquet-outcomes';
import { standsRemoved } from './banquets';
import { recordAct } from '../record-act';
import {
	type RecordOutcomeCommand,
	type OutcomeRefusal,
	prepareOutcome,
	followOutcome,
	tablesCheck
} from './banquet-outcomes';

/**
 * Corrects an outcome and says why; the old one stays in the audit entry. Who recorded it first stays in the record.
 */
export async function correctOutcome(
	ctx: Context,
	command: RecordOutcomeCommand & { reason: string }
): Promise<Result<object, OutcomeRefusal | 'outcome-not-recorded' | 'correction-reason-missing'>> {
	const { id, banquetId, outcome, endedOn, tablesHeld, reason } = command;
	if (!reason) return { ok: false, refusal: 'correction-reason-missing' };
	const ready = await prepareOutcome(ctx, command);
	if (!ready.ok) return ready;
	if (!ready.hasOutcome) return { ok: false, refusal: 'outcome-not-recorded' };
	const after = { outcome, endedOn, tablesHeld };
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctOutcome',
			subject: { type: 'banquet', id: banquetId },
			unitId: ready.unitId,
			detail: outcomeBeforeAndAfter(banquetId, after),
			reason
		},
		[updateOutcome(ctx.db, banquetId, after), ...followOutcome(ctx, banquetId, outcome)],
		{ ...tablesCheck, ...standsRemoved }
	);
}
