// A banquet with its list of invitations: planned, or opened for an event that has none.
import type { InferOutput } from 'valibot';
import { windowOf } from '$lib/domain/birthdays/birthday-window';
import { dateOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { openListForm, planBanquetForm } from '$lib/forms/birthdays/birthday';
import { findOwnSeries, type NotMine } from './birthday-series';
import type { Context } from '../context';
import { insertBanquetList } from '$lib/server/db/birthdays/birthdays';
import type { SeriesRow } from '$lib/server/db/birthdays/birthday-series';
import { insertEvent } from '$lib/server/db/events/events';
import { insertInvitation } from '$lib/server/db/birthdays/invitations';
import { insertSlot } from '$lib/server/db/events/slots';
import { auditEntry } from '$lib/server/db/write';
import { actOn, findOwn } from '../events/event-acts';
import { recordAct, stampOf, type Statements } from '../record-act';
import { celebrantsOf, readInvitedRoll } from './celebrants';

/** Instants in ms, UTC; seats a table; yuan a table. */
export type PlanBanquetCommand = InferOutput<typeof planBanquetForm>;
type ListRefusal = NotMine | 'window-has-banquet' | 'series-corrected' | 'elder-gone';

const listRefusals = {
	'refusal:window-has-banquet': 'window-has-banquet',
	'refusal:series-corrected': 'series-corrected',
	'refusal:elder-gone': 'elder-gone'
} as const;

/**
 * Makes a banquet of a proposal: the event as a draft with its slot, and the list of everyone whom the roll gives for the window now and who is on no
 * list for that birthday, in one write. The event's id is the command's; it is published like any other.
 */
export async function planBanquet(
	ctx: Context,
	{ id, seriesId, year, firstMonth, startsAt, endsAt, seats, pricePerTable, ...words }: PlanBanquetCommand
): Promise<Result<{ eventId: string }, ListRefusal | 'date-in-past'>> {
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) return found;
	if (dateOf(startsAt) < ctx.today()) return { ok: false, refusal: 'date-in-past' };
	const { series } = found;
	const stamp = stampOf(ctx);
	const event = { ...words, unitId: series.unitId, kind: 'birthday-banquet' as const, topic: null };
	const list = await makeList(ctx, id, series, { eventId: id, year, firstMonth, seats, pricePerTable });
	const slot = { id: ctx.newId(), startsAt, endsAt, capacity: null };
	const written = await recordAct(
		ctx,
		actOn('createEvent', id, event, { kind: event.kind, slots: 1 }),
		[
			insertEvent(ctx.db, { id, ...event, description: '', partner: '', ...stamp }),
			insertSlot(ctx.db, { eventId: id, ...slot, ...stamp }),
			auditEntry(ctx.db, { actor: ctx.actor, at: stamp.at }, list.act),
			...list.statements
		],
		listRefusals
	);
	return written.ok ? { ok: true, eventId: id } : written;
}

/** Gives a birthday banquet that is on the calendar already its list: everyone whom the roll gives for the window. */
export async function openInvitationList(
	ctx: Context,
	{ id, eventId, seriesId, ...words }: InferOutput<typeof openListForm> & { eventId: string }
): Promise<
	Result<
		object,
		| ListRefusal
		| 'event-not-found'
		| 'not-a-birthday-banquet'
		| 'series-of-other-village'
		| 'event-cancelled'
		| 'list-already-open'
	>
> {
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) return found;
	const event = await findOwn(ctx, eventId);
	if (!event.ok) return event;
	const list = await makeList(ctx, id, found.series, { eventId, ...words });
	return recordAct(ctx, { ...list.act, id }, list.statements, {
		...listRefusals,
		'refusal:not-a-birthday-banquet': 'not-a-birthday-banquet',
		'refusal:series-of-other-village': 'series-of-other-village',
		'refusal:event-cancelled': 'event-cancelled',
		'birthday_banquets.event_id': 'list-already-open'
	});
}

/** The list of a window with its audit entry: how many are on it, and for which months. */
async function makeList(
	ctx: Context,
	actId: string,
	series: SeriesRow,
	{
		eventId,
		year,
		firstMonth,
		...tables
	}: { eventId: string; year: number; firstMonth: number; seats: number; pricePerTable: number | null }
) {
	const { threshold, ageKind, calendar, cadence } = series;
	const window = windowOf(cadence, { year, month: firstMonth });
	const celebrants = celebrantsOf(await readInvitedRoll(ctx, series.unitId), series, window);
	const stamp = stampOf(ctx);
	const statements: Statements = [
		insertBanquetList(ctx.db, {
			eventId,
			seriesId: series.id,
			threshold,
			ageKind,
			calendar,
			...window,
			...tables,
			...stamp
		}),
		...celebrants.map(({ elder }) =>
			insertInvitation(ctx.db, { id: ctx.newId(), eventId, elderId: elder.id, ...stamp })
		)
	];
	const act = {
		id: `${actId}:list`,
		verb: 'openInvitationList',
		subject: { type: 'birthday-banquet', id: eventId },
		unitId: series.unitId,
		detail: { seriesId: series.id, ...window, invited: celebrants.length }
	};
	return { act, statements };
}
