import { departureDueBefore } from '$lib/domain/people/retention';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { eraseElderRow, listDepartedToErase } from '$lib/server/db/birthdays/elder-departures';
import { eraseInActs } from '../people/erasing';
import { recordAct, stampOf } from '../record-act';
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

/** Elders erased in one act. */
const most = 100;

/**
 * Erases elders who died or moved away more than `ctx.settings.retentionDays` ago; the roll is kept while they live in the
 * village. By the software alone, in small acts. Out: how many.
 */
export async function eraseDepartedElders(ctx: Context): Promise<number> {
	const before = departureDueBefore(ctx.today(), ctx.settings.retentionDays);
	return eraseInActs(ctx, 'elders', {
		due: () => listDepartedToErase(ctx.db, before, most),
		detail: (ids) => ({ elders: ids.length }),
		statements: (ids) => {
			const stamp = stampOf(ctx);
			return ids.flatMap((id) => eraseElderRow(ctx.db, id, stamp));
		}
	});
}
