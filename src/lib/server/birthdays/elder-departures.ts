import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { departureForm } from '$lib/forms/birthdays/elder';
import type { Context } from '../context';
import { insertDeparture, insertDepartureUndo } from '$lib/server/db/birthdays/elder-departures';
import { recordAct, stampOf } from '../record-act';
import { findOwnElder } from './elders';

/**
 * Records once that an elder died or moved away. From then on no list asks about them, and they drop out of what is
 * still to come, without a message to anyone.
 */
export async function markDeparture(
	ctx: Context,
	{ id, elderId, reason, departedOn }: InferOutput<typeof departureForm> & { elderId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown' | 'elder-gone' | 'date-in-future'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	if (departedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'markDeparture',
			subject: { type: 'elder', id: elderId },
			unitId: found.elder.unitId,
			detail: { reason }
		},
		[insertDeparture(ctx.db, { id, elderId, reason, departedOn, ...stampOf(ctx) })],
		{ 'elder_departures.elder_id': 'elder-gone', 'refusal:elder-gone': 'elder-gone' }
	);
}

/**
 * Takes a departure back that was recorded by mistake: the elder is on the roll again, and on the lists of what is to
 * come.
 */
export async function undoDeparture(
	ctx: Context,
	{ id, elderId, departureId }: { id: string; elderId: string; departureId: string }
): Promise<Result<object, 'not-your-unit' | 'elder-unknown' | 'elder-gone' | 'departure-undone'>> {
	const found = await findOwnElder(ctx, elderId);
	if (!found.ok) return found;
	if (found.elder.departure && found.elder.departure.id !== departureId)
		return { ok: false, refusal: 'departure-undone' };
	return recordAct(
		ctx,
		{ id, verb: 'undoDeparture', subject: { type: 'elder', id: elderId }, unitId: found.elder.unitId },
		[insertDepartureUndo(ctx.db, departureId, stampOf(ctx))],
		{
			'elder_departure_undos.departure_id': 'departure-undone',
			'FOREIGN KEY': 'departure-undone',
			'refusal:elder-gone': 'elder-gone'
		}
	);
}
