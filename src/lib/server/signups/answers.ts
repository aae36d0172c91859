import { readAnswer, type Question } from '$lib/domain/events/question';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { listEventAnswers } from '$lib/server/db/signups/answers';
import { hasLanded } from '$lib/server/db/audit/audit';
import { findEvent } from '$lib/server/db/events/events';
import { listAnswersOfSignup, listQuestions, replaceAnswers } from '$lib/server/db/events/questions';
import { findPeople, findSignup } from '$lib/server/db/signups/signups';
import { mayActFor, mayActOnSlip } from '../people/rights';
import { recordAct } from '../record-act';

/** What one person of a party says to one question; `nth` counts persons from 1, the one who signed up. */
export interface Answer {
	questionId: string;
	nth: number;
	value: string;
}

/** Sealed under what it belongs to, so that an answer moved to another person does not open. */
const field = 'answers.value';
const sealedUnder = ({ questionId, signupId, nth }: Omit<Answer, 'value'> & { signupId: string }) =>
	`${questionId}:${signupId}:${nth}`;

/**
 * Records all answers of a party in place of its earlier ones; by the holder of the slip or by staff of the event's
 * unit, until the slot begins. Refusals: a required answer is missing or one is not of its kind (`answers-wrong`: the
 * form says so on the field before), the question was removed, the party has fewer people, the sign-up was withdrawn.
 */
export async function answerQuestions(
	ctx: Context,
	{ id, signupId, answers }: { id: string; signupId: string; answers: readonly Answer[] }
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'signup-withdrawn'
		| 'answers-wrong'
		| 'question-unknown'
		| 'person-not-in-party'
	>
> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	const { event, slot, signup, cancellation } = found;
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId: event.unitId })))
		return { ok: false, refusal: 'not-your-unit' };
	if (await hasLanded(ctx.db, { id, subjectId: signupId })) return { ok: true };
	const at = ctx.now();
	if (signup.place === 'withdrawn') return { ok: false, refusal: 'signup-withdrawn' };
	if (cancellation || at >= slot.startsAt) return { ok: false, refusal: 'slot-closed' };
	const questions = await listQuestions(ctx.db, event.id);
	if (answers.some(({ questionId }) => !questions.some((question) => question.id === questionId)))
		return { ok: false, refusal: 'question-unknown' };
	if (answers.some(({ nth }) => nth > signup.partySize)) return { ok: false, refusal: 'person-not-in-party' };
	const read = readParty(questions, signup.partySize, answers);
	if (read === null) return { ok: false, refusal: 'answers-wrong' };
	const written = await recordAct(
		ctx,
		{
			at,
			id,
			verb: 'answerQuestions',
			subject: { type: 'signup', id: signupId },
			unitId: event.unitId,
			detail: { answers: read.length }
		},
		replaceAnswers(
			ctx.db,
			signupId,
			read.map(({ questionId, nth, value }) => {
				const row = { questionId, signupId, nth };
				return { ...row, valueSealed: ctx.keys.seal(value, field, sealedUnder(row)), at };
			})
		),
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:question-unknown': 'question-unknown',
			'refusal:person-not-in-party': 'person-not-in-party'
		} as const
	);
	return written.ok ? { ok: true } : written;
}

/** Every answer of the party as it is kept, empty ones left out; null where one is missing or wrong. */
function readParty(questions: readonly Question[], partySize: number, answers: readonly Answer[]): Answer[] | null {
	const kept: Answer[] = [];
	for (const question of questions) {
		for (let nth = 1; nth <= partySize; nth++) {
			const typed = answers.find((answer) => answer.questionId === question.id && answer.nth === nth)?.value ?? '';
			const read = readAnswer(question, typed);
			if (!read.ok) return null;
			if (read.value !== null) kept.push({ questionId: question.id, nth, value: read.value });
		}
	}
	return kept;
}

/** The names of a party's people in order ('' where unknown), and what each answered so far. For the holder of the slip. */
export async function readPartyAnswers(ctx: Context, signup: { id: string; nameSealed: string; partySize: number }) {
	const { id, nameSealed, partySize } = signup;
	const [{ companions }, rows] = await Promise.all([findPeople(ctx.db, id), listAnswersOfSignup(ctx.db, id)]);
	const names = Array.from({ length: partySize }, (_, at) => {
		if (at === 0) return ctx.keys.open(nameSealed, 'signups.name', id);
		const sealed = companions.find(({ nth }) => nth === at + 1)?.nameSealed;
		return sealed === undefined ? '' : ctx.keys.open(sealed, 'companions.name', id);
	});
	const answers = rows.map(({ valueSealed, ...row }): Answer => ({
		...row,
		value: ctx.keys.open(valueSealed, field, sealedUnder(row))
	}));
	return { names, answers };
}

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
	place: 'confirmed' | 'waitlisted' | 'withdrawn';
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
