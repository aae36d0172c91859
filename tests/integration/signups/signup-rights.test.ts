import { describe, expect, it } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup } from '../events/open-slot';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { correctSignup } from '../../../src/lib/server/signups/signup-corrections';
import { town, openEvent, newCommand, slotId, freshTown } from './signup-town';

freshTown();

describe('rights', () => {
	it('a cadre of another village may not touch a sign-up', async () => {
		const own = await openEvent(town, 4, { unitId: town.units.sanxing });
		const command = { ...newCommand(1), slotId: own.slotId };
		await signUp(town.visitor, command);
		const act = { id: town.ctx.newId(), signupId: command.id };
		expect(await withdrawSignup(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawSignup(town.as('mei'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawSignup(town.as('liu'), act)).toEqual({ ok: true });
	});
});

it('a slip is changed by its holder or by staff of the unit, not by someone who only knows its id', async () => {
	const command = newSignup(town, slotId);
	await signUp(town.visitor, command);
	const act = () => ({ id: town.ctx.newId(), signupId: command.id });
	const refused = { ok: false, refusal: 'not-your-unit' };
	for (const slips of [undefined, [town.ctx.newId()]]) {
		const stranger = actAs(town.ctx, { kind: 'visitor', slips });
		expect(await withdrawSignup(stranger, act())).toEqual(refused);
		expect(await changeParty(stranger, { ...act(), partySize: 2 })).toEqual(refused);
		const change = { name: '试改名', phone: null, companions: [] };
		expect(await correctSignup(stranger, { ...act(), ...change })).toEqual(refused);
		expect(await answerQuestions(stranger, { ...act(), answers: [] })).toEqual(refused);
	}
	const holder = actAs(town.ctx, { kind: 'visitor', slips: [command.id] });
	expect(await changeParty(holder, { ...act(), partySize: 2 })).toEqual({ ok: true });
	expect(await withdrawSignup(holder, act())).toEqual({ ok: true });
});
