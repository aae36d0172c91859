import { describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { readPartyAnswers } from '../../../src/lib/server/signups/party-answers';
import { exportAnswers, readEventAnswers } from '../../../src/lib/server/signups/event-answers';
import { countUnanswered } from '../../../src/lib/server/db/events/questions';
import { listParties } from '../../../src/lib/server/db/check-in/parties';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { countEntries, newSignup, openSlot } from './open-slot';
import {
	ask,
	lift,
	where,
	join,
	answer,
	run,
	answersInTable,
	id,
	town,
	slotId,
	insertAnswer,
	eventId,
	freshTown
} from './asked-questions';

freshTown();

describe('the answers of a party', () => {
	it('are kept per person, sealed, and replaced as a whole', async () => {
		const [liftId, whereId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(3);
		const told: [string, number, string][] = [
			[liftId, 1, 'yes'],
			[liftId, 2, 'no'],
			[liftId, 3, 'yes'],
			[whereId, 1, '村口']
		];
		expect(await answer(signupId, told)).toEqual({ ok: true });
		expect(await read(signupId)).toEqual(told.map(([questionId, nth, value]) => ({ questionId, nth, value })));
		const { rows } = await run('select value_sealed from signup_answers');
		for (const row of rows) expect(String(row.value_sealed)).toMatch(/^v1\./);
		await answer(signupId, told.slice(0, 3));
		expect(await answersInTable()).toBe(3);
	});

	it('land once however often they are sent, also when the slot has begun since', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const command = { id: id(), signupId, answers: [{ questionId, nth: 1, value: 'yes' }] };
		await answerQuestions(town.visitor, command);
		town.clock.setDate('2026-04-01', '09:00');
		expect(await answerQuestions(town.visitor, command)).toEqual({ ok: true });
		expect(await countEntries(town, 'answerQuestions')).toBe(1);
		expect(await answerQuestions(town.visitor, { ...command, id: id() })).toMatchObject({ refusal: 'slot-closed' });
	});

	it('are in one batch: a wrong one among them leaves nothing behind', async () => {
		const [liftId, whereId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(2);
		expect(
			await answer(signupId, [
				[liftId, 1, 'yes'],
				[liftId, 2, 'yes'],
				[whereId, 2, '别处']
			])
		).toMatchObject({ refusal: 'answers-wrong' });
		expect(await answer(signupId, [[liftId, 1, 'yes']]), 'the second person is missing').toMatchObject({
			refusal: 'answers-wrong'
		});
		expect(await answer(signupId, [[liftId, 3, 'yes']])).toMatchObject({ refusal: 'person-not-in-party' });
		expect(await answersInTable()).toBe(0);
		expect(await countEntries(town, 'answerQuestions')).toBe(0);
	});

	it('say nothing of what was answered in the audit trail', async () => {
		const questionId = await ask(where);
		const { signupId } = await join(1);
		await answer(signupId, [[questionId, 1, '车站']]);
		const { rows } = await run(`select detail from audit_entries where verb = 'answerQuestions'`);
		expect(rows[0]!.detail).toBe('{"answers":1}');
	});

	it('are counted as missing only where required, and for everybody of the party', async () => {
		const none = await join(2);
		expect(await left(none.signupId)).toEqual({ asked: 0, unanswered: 0 });
		const [liftId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(3);
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 3 });
		await answer(signupId, everybody(liftId, 3));
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 0 });
		await changeParty(town.visitor, { id: id(), signupId, partySize: 4 });
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 1 });
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await left(signupId)).toEqual({ asked: 0, unanswered: 0 });
	});

	it('that are missing are shown where staff look: on the list, at the door and on the call list', async () => {
		await ask(lift);
		await ask(where);
		const { signupId } = await join(2);
		const [listed] = await listSignupsOfSlot(town.ctx.db, slotId);
		const [atDoor] = await listParties(town.ctx.db, slotId);
		expect([listed, atDoor]).toMatchObject([
			{ id: signupId, unanswered: 2 },
			{ id: signupId, unanswered: 2 }
		]);
		town.clock.setDate('2026-03-31', '09:00');
		const words: number[] = [];
		const channels = { email: null, sms: () => Promise.resolve({ kind: 'sent' as const }) };
		await drainOutbox({
			ctx: town.ctx,
			channels,
			words: (told) => (words.push(told.unanswered), { subject: '', text: '' })
		});
		expect(words).toEqual([2]);
	});

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
const left = (signupId: string) => countUnanswered(town.ctx.db, signupId);
const everybody = (questionId: string, people: number) =>
	Array.from({ length: people }, (_, at): [string, number, string] => [questionId, at + 1, 'yes']);

async function read(signupId: string) {
	const { answers } = await readPartyAnswers(town.visitor, (await findSignup(town.ctx.db, signupId))!.signup);
	return answers.map(({ questionId, nth, value }) => ({ questionId, nth, value }));
}
