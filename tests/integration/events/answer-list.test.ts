import { describe, expect, it } from 'vitest';
import { exportAnswers, readEventAnswers } from '../../../src/lib/server/signups/event-answers';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { ask, lift, join, answer, run, id, town, eventId, freshTown, everybody } from './asked-questions';

freshTown();

describe('what cadres see', () => {
	it('is a row for every person in force, with names where they are known', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(2, ['试同来']);
		const gone = await join(1);
		await withdrawSignup(town.visitor, { id: id(), signupId: gone.signupId });
		await answer(signupId, everybody(questionId, 2));
		const { questions, people } = await readEventAnswers(town.as('zhou'), eventId);
		expect(questions.map(({ wording }) => wording)).toEqual([lift.wording]);
		expect(people.map(({ name, nth, answers }) => [name, nth, answers[questionId]])).toEqual([
			['试名甲', 1, 'yes'],
			['试同来', 2, 'yes']
		]);
	});

	it('is given out with an entry in the audit trail that says who and how many', async () => {
		await ask(lift);
		await join(3);
		expect(await exportAnswers(town.as('zhou'), { id: id(), eventId })).toMatchObject({ ok: true });
		const { rows } = await run(`select actor_id, subject_id, detail from audit_entries where verb = 'exportAnswers'`);
		expect({ ...rows[0] }).toEqual({ actor_id: town.accounts.zhou.id, subject_id: eventId, detail: '{"people":3}' });
	});
});
