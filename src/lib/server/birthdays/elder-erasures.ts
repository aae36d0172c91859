import { departureDueBefore } from '$lib/domain/people/retention';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { eraseElderRow, listDepartedToErase } from '$lib/server/db/birthdays/elder-departures';
import { mustRecord, recordAct, stampOf } from '../record-act';
import { findOwnElder } from './elders';

/**
 * Erases an elder's personal data, as the household asked (decision 14). The record itself stays, for what was
 * counted. A second time changes nothing.
 */
export async function eraseElder(
	ctx: Context,
	{ id, elderId }: { id: string; elderId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{ id, verb: 'eraseElder', subject: { type: 'elder', id: elderId }, unitId: found.elder.unitId },
		eraseElderRow(ctx.db, elderId, stampOf(ctx))
	);
}

/** Erased in one batch. */
const most = 200;

/**
 * Erases elders who died or moved away more than `ctx.settings.retentionDays` ago; the roll is kept while they live in the
 * village. By the software alone. Out: how many.
 */
export async function eraseDepartedElders(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const before = departureDueBefore(ctx.today(), ctx.settings.retentionDays);
	for (let erased = 0; ;) {
		const due = await listDepartedToErase(ctx.db, before, most);
		if (due.length === 0) return erased;
		const stamp = stampOf(ctx);
		await mustRecord(
			ctx,
			{
				at: stamp.at,
				id: ctx.newId(),
				verb: 'erasePersonalData',
				subject: { type: 'retention', id: 'elders' },
				detail: { elders: due.length }
			},
			due.flatMap((elder) => eraseElderRow(ctx.db, elder.id, stamp))
		);
		erased += due.length;
	}
}
