import { error } from '@sveltejs/kit';
import { formatPhone } from '$lib/domain/people/phone';
import type { Question } from '$lib/domain/events/question';
import { m } from '$lib/paraglide/messages.js';
import { exportAnswers, type AnsweringPerson } from '$lib/server/signups/event-answers';
import { toCsv, type Cell } from '$lib/server/ledgers/files/csv';
import { stopAtRecord } from '$lib/server/form';
import { answerText } from '$lib/ui/events/question-words';
import { unitName } from '$lib/ui/units/unit-name';
import { spanWords } from '$lib/ui/calendar/when';
import { personText } from '../person-text';
import type { RequestHandler } from './$types';

/** The answers with names and phones in full, for a spreadsheet; the audit trail says who took them. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const ctx = locals.context;
	const read = await exportAnswers(ctx, { id: ctx.newId(), eventId: params.id });
	if (!read.ok) {
		stopAtRecord(read.refusal);
		error(404, read.refusal);
	}
	const { title, questions, people } = read;
	const heads = [m.events_time(), m.events_person(), m.questions_nth(), m.events_phone(), m.events_village()];
	const rows = people.map((person) => rowOf(person, questions));
	const name = encodeURIComponent(`${title} ${m.questions_answers_title()} ${ctx.today()}.csv`);
	return new Response(
		toCsv([[...heads, m.events_signup_status(), ...questions.map(({ wording }) => wording)], ...rows]),
		{
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="answers.csv"; filename*=UTF-8''${name}`
			}
		}
	);
};

function rowOf(person: AnsweringPerson, questions: readonly Question[]): Cell[] {
	const { slot, nth, phone, village, status, answers } = person;
	return [
		spanWords(slot.startsAt, slot.endsAt),
		personText(person, true),
		nth,
		phone && formatPhone(phone),
		village ? unitName(village) : m.events_village_outside(),
		status === 'waitlisted' ? m.questions_waiting() : m.events_confirmed(),
		...questions.map(({ id, kind }) => {
			const value = answers[id];
			if (value === undefined) return null;
			return kind === 'number' ? Number(value) : answerText(kind, value);
		})
	];
}
