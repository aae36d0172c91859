import { addDays, dateOf, daysBetween, instantOf, timeOf } from '$lib/domain/calendar/calendar';
import type { Question } from '$lib/domain/events/question';
import type { Result } from '$lib/domain/result';
import { datesAfter, type Repeat } from '$lib/domain/events/series';
import type { Context } from '../context';
import { insertSeries } from '$lib/server/db/events/event-series';
import { insertEvent, insertPublication, updateEvent, type EventRecord } from '$lib/server/db/events/events';
import { insertQuestion, listQuestions } from '$lib/server/db/events/questions';
import { insertSlot } from '$lib/server/db/events/slots';
import { auditEntry } from '$lib/server/db/write';
import { actOn, findOpen, findOwn, type Closed, type NotMine, type OnEvent } from './event-acts';
import { recordAct, stampOf } from '../record-act';
import { addLunarMonths } from '../calendar/lunar';

/** The days (YYYY-MM-DD) on which the event would take place again, counted from its first slot; none without a slot. */
export function planDates({ startsAt }: Pick<EventRecord, 'startsAt'>, repeat: Repeat, times: number): string[] {
	if (startsAt === null) return [];
	return datesAfter(dateOf(startsAt), repeat, times, (on, months) => addLunarMonths(on, months, repeat.every));
}

/**
 * Makes the next `times` events after this one by the rule, each with the same words and questions and its slots at the same time
 * of day: drafts, or published as this one is. All in one write; from then on they are a series, whose id is the command's.
 */
export async function repeatEvent(
	ctx: Context,
	{ id, eventId, times, ...repeat }: OnEvent & Repeat & { times: number }
): Promise<Result<object, NotMine | Closed | 'event-without-slot' | 'event-in-series'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { event } = found;
	if (event.startsAt === null) return { ok: false, refusal: 'event-without-slot' };
	const stamp = stampOf(ctx);
	const questions = await listQuestions(ctx.db, eventId);
	const firstOn = dateOf(event.startsAt);
	const copies = planDates(event, repeat, times).map((on) => ({ id: ctx.newId(), on }));
	return recordAct(
		ctx,
		actOn('repeatEvent', id, event, { ...repeat, times }),
		[
			insertSeries(ctx.db, { id, ...repeat, times, firstOn, ...stamp }),
			updateEvent(ctx.db, eventId, { seriesId: id }),
			...copies.flatMap((copy) => [
				auditEntry(
					ctx.db,
					{ actor: ctx.actor, at: stamp.at },
					actOn('createEvent', `${id}:${copy.id}`, { id: copy.id, unitId: event.unitId }, { repeats: eventId })
				),
				...insertCopy(ctx, { event, questions }, copy, id),
				...(event.publication ? [insertPublication(ctx.db, copy.id, stamp)] : [])
			])
		],
		{ 'refusal:event-in-series': 'event-in-series' }
	);
}

/** Makes a draft like this event, with its questions, whose first slot is on another day (`on`, YYYY-MM-DD). The draft's id is the command's. */
export async function copyEvent(
	ctx: Context,
	{ id, eventId, on }: OnEvent & { on: string }
): Promise<Result<{ eventId: string }, NotMine>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const { event } = found;
	const written = await recordAct(
		ctx,
		actOn('copyEvent', id, { id, unitId: event.unitId }, { from: eventId }),
		insertCopy(ctx, { event, questions: await listQuestions(ctx.db, eventId) }, { id, on }, null)
	);
	return written.ok ? { ok: true, eventId: id } : written;
}

/** Copies words, slots and questions of an event, without any answers. */
function insertCopy(
	ctx: Context,
	{ event, questions }: { event: EventRecord; questions: Question[] },
	{ id, on }: { id: string; on: string },
	seriesId: string | null
) {
	const { unitId, kind, topic, title, place, description, partner, contactPhone, startsAt, slots } = event;
	const { letsPass, confirmHours } = event;
	const days = startsAt === null ? 0 : daysBetween(dateOf(startsAt), on);
	const moved = (at: number) => instantOf(addDays(dateOf(at), days), timeOf(at));
	const stamp = stampOf(ctx);
	return [
		insertEvent(ctx.db, {
			id,
			seriesId,
			unitId,
			kind,
			topic,
			title,
			place,
			description,
			partner,
			contactPhone,
			letsPass,
			confirmHours,
			...stamp
		}),
		...slots.map(({ startsAt, endsAt, capacity }) =>
			insertSlot(ctx.db, {
				id: ctx.newId(),
				eventId: id,
				startsAt: moved(startsAt),
				endsAt: moved(endsAt),
				capacity,
				...stamp
			})
		),
		...questions.map(({ kind, wording, choices, isRequired }) =>
			insertQuestion(ctx.db, { id: ctx.newId(), eventId: id, kind, wording, choices, isRequired, ...stamp })
		)
	];
}
