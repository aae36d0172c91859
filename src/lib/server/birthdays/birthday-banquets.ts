import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { tablesForm } from '$lib/forms/birthdays/birthday';
import type { Context } from '../context';
import {
	findBirthdayBanquet,
	tablesBeforeAndAfter,
	updateTables,
	type BirthdayBanquet
} from '$lib/server/db/birthdays/birthdays';
import { recordAct } from '../record-act';
import { mayActFor } from '../people/rights';

/** Seats and price of a table; the audit entry keeps the old ones. Seats that were assigned stay. */
export async function setTables(
	ctx: Context,
	{ id, eventId, seats, pricePerTable }: InferOutput<typeof tablesForm> & { eventId: string }
): Promise<Result<object, 'not-your-unit' | 'event-not-found'>> {
	const found = await findOwnBanquet(ctx, eventId);
	if (!found.ok) return found;
	const after = { seats, pricePerTable };
	return recordAct(
		ctx,
		{
			id,
			verb: 'setBirthdayTables',
			subject: { type: 'birthday-banquet', id: eventId },
			unitId: found.banquet.event.unitId,
			detail: tablesBeforeAndAfter(eventId, after)
		},
		[updateTables(ctx.db, eventId, after)]
	);
}

/** A banquet that has a list, for staff of its village. */
export async function findOwnBanquet(
	ctx: Context,
	eventId: string
): Promise<Result<{ banquet: BirthdayBanquet }, 'not-your-unit' | 'event-not-found'>> {
	const banquet = await findBirthdayBanquet(ctx.db, eventId);
	if (!banquet) return { ok: false, refusal: 'event-not-found' };
	return (await mayActFor(ctx, banquet.event.unitId)) ? { ok: true, banquet } : { ok: false, refusal: 'not-your-unit' };
}
