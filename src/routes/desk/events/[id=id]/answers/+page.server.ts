import { summariseAnswers } from '$lib/domain/events/answer-summary';
import { readEventAnswers } from '$lib/server/signups/event-answers';
import { phoneText } from '$lib/ui/people/person-words';
import { getOwnEvent } from '../../get-event';
import { personText } from '../person-text';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { id, title, slots } = await getOwnEvent(ctx, params.id);
	const inFull = url.searchParams.get('names') === 'full';
	const { questions, people } = await readEventAnswers(ctx, id);
	return {
		event: { id, title },
		inFull,
		hasSlots: slots.length > 1,
		questions,
		summaries: questions.map((question) => ({
			question,
			...summariseAnswers(
				question,
				people.flatMap(({ answers }) => answers[question.id] ?? [])
			)
		})),
		people: people.map((person) => ({
			...person,
			name: personText(person, inFull),
			phone: phoneText(person.phone, inFull)
		}))
	};
};
