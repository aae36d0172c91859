import { describe, expect, it } from 'vitest';
import { admitWaiting } from '../../../src/lib/server/check-in/check-in';
import { closeDoor, releaseNoShows } from '../../../src/lib/server/check-in/no-shows';
import { party, at, letIn, comes, counts, open, town, mei, complete, eachAtDoor } from './at-door';

eachAtDoor();

describe('those who do not come', () => {
	it('make room for a walk-in once the slot has begun, and may find their place gone', async () => {
		const [late, prompt] = [await party(6), await party(4)];
		at('08:59');
		await letIn(prompt);
		expect(await release()).toEqual({ ok: false, refusal: 'slot-not-begun' });
		at('09:05');
		expect(await comes(4)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await release()).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4, taken: 4, placed: 10, absent: 6 });
		expect(await comes(4)).toMatchObject({ status: 'confirmed' });
		expect(await letIn(late)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await letIn(late, { people: 2 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 10, taken: 10, absent: 4 });
	});

	it('make room for a party that waits', async () => {
		await party(6);
		const waits = await party(5);
		at('08:50');
		expect(await admit(waits)).toEqual({ ok: false, refusal: 'slot-not-begun' });
		at('09:05');
		expect(await admit(waits)).toEqual({ ok: false, refusal: 'slot-full' });
		await release();
		expect(await admit(waits)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 5, taken: 5, waiting: 0 });
	});

	it('are no-shows when the door is closed, once each, until they come after all', async () => {
		const [came, late] = [await party(2), await party(3)];
		at('09:30');
		await letIn(came);
		const close = { ...open, id: town.ctx.newId() };
		expect(await closeDoor(mei, close)).toEqual({ ok: true });
		expect(await closeDoor(mei, close)).toEqual({ ok: true });
		expect(await closeDoor(mei, { ...close, id: town.ctx.newId() })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2, absent: 3, taken: 2 });
		expect(await letIn(late, { people: 1 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, absent: 2, taken: 3 });
	});

	it('are closed at the door alone, and not after the completion', async () => {
		await party(2);
		at('09:30');
		expect(await closeDoor(town.visitor, { ...open, id: town.ctx.newId() })).toMatchObject({
			refusal: 'not-your-door'
		});
		await complete();
		expect(await release()).toEqual({ ok: false, refusal: 'door-closed' });
		expect(await counts()).toMatchObject({ absent: 0 });
	});
});

const release = () => releaseNoShows(mei, { ...open, id: town.ctx.newId() });
const admit = (signupId: string) => admitWaiting(mei, { id: town.ctx.newId(), slotId: open.slotId, signupId });
