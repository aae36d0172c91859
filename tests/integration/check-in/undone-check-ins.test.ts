import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { party, at, letIn, counts, town, mei, complete, eachAtDoor } from './at-door';

eachAtDoor();

describe('taking a check-in back', () => {
	it('counts no one, and the same people may come in again', async () => {
		const signupId = await party(2);
		at('08:30');
		const checkInId = town.ctx.newId();
		await letIn(signupId, { id: checkInId });
		const undo = { id: town.ctx.newId(), checkInId };
		expect(await undoCheckIn(mei, undo)).toEqual({ ok: true });
		expect(await undoCheckIn(mei, undo), 'twice is once').toEqual({ ok: true });
		expect(await undoCheckIn(mei, { ...undo, id: town.ctx.newId() })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 0 });
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2 });
	});

	it('is refused once the event is completed, and to whom the door is not', async () => {
		const signupId = await party(1);
		at('09:30');
		const checkInId = town.ctx.newId();
		await letIn(signupId, { id: checkInId });
		const undo = (ctx: Context) => undoCheckIn(ctx, { id: town.ctx.newId(), checkInId });
		expect(await undo(town.visitor)).toEqual({ ok: false, refusal: 'not-your-door' });
		await complete();
		expect(await undo(mei)).toEqual({ ok: false, refusal: 'door-closed' });
		expect(await counts()).toMatchObject({ came: 1 });
	});
});
