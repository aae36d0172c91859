import { describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot } from './open-slot';
import {
	ask,
	lift,
	join,
	answer,
	answersInTable,
	id,
	town,
	insertAnswer,
	freshTown,
	everybody
} from './asked-questions';

freshTown();

describe('the answers', () => {
	it('of people who do not come after all go, and all of them when the sign-up is withdrawn', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(3);
		await answer(signupId, everybody(questionId, 3));
		await changeParty(town.visitor, { id: id(), signupId, partySize: 1 });
		expect(await answersInTable()).toBe(1);
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await answersInTable()).toBe(0);
		expect(await answer(signupId, [[questionId, 1, 'yes']])).toMatchObject({ refusal: 'signup-withdrawn' });
		await expect(insertAnswer(questionId, signupId, 1)).rejects.toThrow('slot-closed');
	});

	it('never belong to another event, to a person outside the party, or to a time that has begun', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const other = await openSlot(town, null);
		const stranger = newSignup(town, other.slotId);
		await signUp(town.visitor, stranger);
		await expect(insertAnswer(questionId, stranger.id, 1)).rejects.toThrow('question-unknown');
		await expect(insertAnswer(questionId, signupId, 2)).rejects.toThrow('person-not-in-party');
		town.clock.setDate('2026-04-01', '09:00');
		await expect(insertAnswer(questionId, signupId, 1)).rejects.toThrow('slot-closed');
	});

	it('of a foreign village may be entered by its own staff alone', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const command = { signupId, answers: [{ questionId, nth: 1, value: 'yes' }] };
		expect(await answerQuestions(town.as('liu'), { id: id(), ...command })).toMatchObject({ refusal: 'not-your-unit' });
		expect(await answerQuestions(town.as('zhou'), { id: id(), ...command })).toEqual({ ok: true });
	});
});
