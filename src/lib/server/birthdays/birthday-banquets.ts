import type { InferOutput } from 'valibot';
import { nextWindow, suggestDay, windowOf, windowsAYear, type Window } from '$lib/domain/birthdays/birthday-window';
import { instantOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import type { openListForm, planBanquetForm, tablesForm } from '$lib/forms/birthdays/birthday';
import { birthdayFor, datesOf, windowAt } from './birthdays';
import { findOwnSeries, type NotMine } from './birthday-series';
import type { Context } from '../context';
import {
	findBirthdayBanquet,
	insertBanquetList,
	listSeries,
	listTakenWindows,
	tablesBeforeAndAfter,
	updateTables,
	type BirthdayBanquet,
	type SeriesRow
} from '$lib/server/db/birthdays/birthdays';
import { insertEvent } from '$lib/server/db/events/events';
import { insertInvitation } from '$lib/server/db/birthdays/invitations';
import { insertSlot } from '$lib/server/db/events/slots';
import { auditEntry } from '$lib/server/db/write';
import { readRoll, type OpenElder } from './elders';
import { actOn, findOwn } from '../events/event-acts';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor } from '../people/rights';

/** An elder whom a window invites: the birthday in it, and the age reached by its end. */
export interface Celebrant {
	elder: OpenElder;
	on: string;
	age: number;
}

/** The next banquet of a series as the roll gives it; `window` null where no birthday falls into the year to come. */
export interface Proposal {
	series: SeriesRow;
	next: { window: Window; fromOn: string; toOn: string; suggestedOn: string; celebrants: Celebrant[] } | null;
}

/** Everyone of a roll whom a series invites for a window, by birthday. */
export function celebrantsOf(roll: readonly OpenElder[], series: SeriesRow, window: Window): Celebrant[] {
	return roll
		.flatMap((elder) => {
			const birthday = elder.birth && birthdayFor(elder.birth, series, window);
			return birthday ? [{ elder, ...birthday }] : [];
		})
		.sort((a, b) => a.on.localeCompare(b.on));
}

/**
 * The next banquet of every series within `scope`, from the roll: the first window that is not over, has no banquet
 * yet and an elder to invite, with a day to hold it. Looks a year ahead.
 */
export async function proposeBanquets(ctx: Context, scope: string): Promise<Proposal[]> {
	const today = ctx.today();
	const [series, taken] = await Promise.all([listSeries(ctx.db, scope, today), listTakenWindows(ctx.db, scope)]);
	const rolls = new Map<string, Promise<OpenElder[]>>();
	for (const { unitId } of series) if (!rolls.has(unitId)) rolls.set(unitId, readRoll(ctx, unitId));
	return Promise.all(
		series.map(async (own) => ({ series: own, next: findNext(await rolls.get(own.unitId)!, own, taken, today) }))
	);
}

function findNext(roll: OpenElder[], series: SeriesRow, taken: Set<string>, today: string): Proposal['next'] {
	let window = windowAt(series, series.fromOn > today ? series.fromOn : today);
	for (let nth = 0; nth <= windowsAYear(series.cadence); nth++, window = nextWindow(series.cadence, window)) {
		const { fromOn, toOn } = datesOf(series.calendar, window);
		if (series.endsOn !== null && fromOn > series.endsOn) return null;
		if (taken.has(`${series.id}:${window.year}:${window.firstMonth}`)) continue;
		const celebrants = celebrantsOf(roll, series, window);
		if (celebrants.length > 0)
			return { window, fromOn, toOn, celebrants, suggestedOn: suggestDay({ fromOn, toOn, today }) };
	}
	return null;
}

/** Date and times of the town; seats a table; yuan a table. */
export type PlanBanquetCommand = InferOutput<typeof planBanquetForm>;
type ListRefusal = NotMine | 'window-has-banquet' | 'elder-gone';

const listRefusals = {
	'refusal:window-has-banquet': 'window-has-banquet',
	'refusal:elder-gone': 'elder-gone'
} as const;

/**
 * Makes a banquet of a proposal: the event as a draft with its slot, and the list of everyone whom the roll gives for the window now, in one
 * write. The event's id is the command's; it is published like any other.
 */
export async function planBanquet(
	ctx: Context,
	{ id, seriesId, year, firstMonth, on, startsAt, endsAt, seats, pricePerTable, ...words }: PlanBanquetCommand
): Promise<Result<{ eventId: string }, ListRefusal | 'date-in-past'>> {
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) return found;
	if (on < ctx.today()) return { ok: false, refusal: 'date-in-past' };
	const { series } = found;
	const stamp = stampOf(ctx);
	const event = { ...words, unitId: series.unitId, kind: 'birthday-banquet' as const, topic: null };
	const list = await makeList(ctx, id, series, { eventId: id, year, firstMonth, seats, pricePerTable });
	const slot = { id: ctx.newId(), startsAt: instantOf(on, startsAt), endsAt: instantOf(on, endsAt), capacity: null };
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
	{ id, eventId, seriesId, ...told }: InferOutput<typeof openListForm> & { eventId: string }
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
	const list = await makeList(ctx, id, found.series, { eventId, ...told });
	return recordAct(ctx, { ...list.act, id }, list.statements, {
		...listRefusals,
		'refusal:not-a-birthday-banquet': 'not-a-birthday-banquet',
		'refusal:series-of-other-village': 'series-of-other-village',
		'refusal:event-cancelled': 'event-cancelled',
		'birthday_banquets.event_id': 'list-already-open'
	});
}

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
	const window = windowOf(series.cadence, { year, month: firstMonth });
	const celebrants = celebrantsOf(await readRoll(ctx, series.unitId), series, window);
	const stamp = stampOf(ctx);
	const statements: Statements = [
		insertBanquetList(ctx.db, { eventId, seriesId: series.id, ...window, ...tables, ...stamp }),
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
