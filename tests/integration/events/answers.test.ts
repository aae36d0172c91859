import { describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { readPartyAnswers } from '../../../src/lib/server/signups/party-answers';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { countEntries } from './open-slot';
import { ask, lift, where, join, answer, run, answersInTable, id, town, freshTown } from './asked-questions';

freshTown();

describe('the answers of a party', () => {
	it('are kept per person, sealed, and replaced as a whole', async () => {
		const [liftId, whereId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(3);
		const answers: [string, number, string][] = [
			[liftId, 1, 'yes'],
			[liftId, 2, 'no'],
			[liftId, 3, 'yes'],
			[whereId, 1, '村口']
		];
		expect(await answer(signupId, answers)).toEqual({ ok: true });
		expect(await read(signupId)).toEqual(answers.map(([questionId, nth, value]) => ({ questionId, nth, value })));
		const { rows } = await run('select value_sealed from signup_answers');
		for (const row of rows) expect(String(row.value_sealed)).toMatch(/^v1\./);
		await answer(signupId, answers.slice(0, 3));
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
});

async function read(signupId: string) {
	const { answers } = await readPartyAnswers(town.visitor, (await findSignup(town.ctx.db, signupId))!.signup);
	return answers.map(({ questionId, nth, value }) => ({ questionId, nth, value }));
}
