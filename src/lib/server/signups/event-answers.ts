// The answers of all parties to the questions of an event.
import type { Question } from '$lib/domain/events/question';
import type { Result } from '$lib/domain/result';
import type { SignupStatus } from '$lib/domain/signups/signup';
import type { Context } from '../context';
import { listEventAnswers } from '$lib/server/db/signups/answers';
import { findEvent } from '$lib/server/db/events/events';
import { listQuestions } from '$lib/server/db/events/questions';
import { mayActFor } from '../people/rights';
import { field, sealedUnder } from './answers';
import { recordAct } from '../record-act';

/** One person on the lists of an event, in full. */
export interface AnsweringPerson {
	signupId: string;
	nth: number;
	partySize: number;
	/** '' for a companion without a name, and after the erasure. */
	name: string;
	/** Of the one who signed up; null for the others and who has none, '' when its time is up. */
	phone: string | null;
	village: { name: string; nameEn: string | null } | null;
	status: SignupStatus;
	slot: { startsAt: number; endsAt: number };
	/** By the question's id. */
	answers: Record<string, string>;
}

/** What an event asks and all people in force on its lists, a person a row, with names, phones and answers opened. */
export async function readEventAnswers(
	ctx: Context,
	eventId: string
): Promise<{ questions: Question[]; people: AnsweringPerson[] }> {
	const [questions, { parties, companions, answers }] = await Promise.all([
		listQuestions(ctx.db, eventId),
		listEventAnswers(ctx.db, eventId)
	]);
	const key = (signupId: string, nth: number) => `${signupId}:${nth}`;
	const companionNames = new Map(
		companions.map(({ signupId, nth, nameSealed }) => [
			key(signupId, nth),
			ctx.keys.open(nameSealed, 'companions.name', signupId)
		])
	);
	const answered = new Map<string, Record<string, string>>();
	for (const { valueSealed, ...row } of answers) {
		const of = key(row.signupId, row.nth);
		const value = ctx.keys.open(valueSealed, field, sealedUnder(row));
		answered.set(of, { ...answered.get(of), [row.questionId]: value });
	}
	const people = parties.flatMap(({ id, nameSealed, phoneSealed, ...party }) =>
		Array.from({ length: party.partySize }, (_, at): AnsweringPerson => {
			const of = key(id, at + 1);
			return {
				...party,
				signupId: id,
				nth: at + 1,
				answers: answered.get(of) ?? {},
				name: at === 0 ? ctx.keys.open(nameSealed, 'signups.name', id) : (companionNames.get(of) ?? ''),
				phone: at === 0 && phoneSealed ? ctx.keys.open(phoneSealed, 'signups.phone', id) : null
			};
		})
	);
	return { questions, people };
}

/** Gives out the same for a file, by staff of the event's unit; the audit trail keeps who took it and of how many people. */
export async function exportAnswers(
	ctx: Context,
	{ id, eventId }: { id: string; eventId: string }
): Promise<
	Result<Awaited<ReturnType<typeof readEventAnswers>> & { title: string }, 'event-not-found' | 'not-your-unit'>
> {
	const event = await findEvent(ctx.db, eventId);
	if (!event) return { ok: false, refusal: 'event-not-found' };
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const read = await readEventAnswers(ctx, eventId);
	await recordAct(
		ctx,
		{
			id,
			verb: 'exportAnswers',
			subject: { type: 'event', id: eventId },
			unitId: event.unitId,
			detail: { people: read.people.length }
		},
		[]
	);
	return { ok: true, title: event.title, ...read };
}
