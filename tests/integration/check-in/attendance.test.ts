import { describe, expect, it } from 'vitest';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { party, at, letIn, comes, open, town, mei, complete, eachAtDoor } from './at-door';

eachAtDoor();

describe('the attendance of an event', () => {
	it('is who was checked in and the number of those who were not, whatever else is typed', async () => {
		const [came, gone] = [await party(3), await party(2)];
		at('09:30');
		await letIn(came);
		const checkInId = town.ctx.newId();
		await letIn(gone, { id: checkInId });
		await undoCheckIn(mei, { id: town.ctx.newId(), checkInId });
		await comes(2);
		expect(await complete({ attended: null, unticked: 4 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 9, unticked: 4 });
		expect(await complete({ attended: null, unticked: 1 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 6, unticked: 1 });
		const { rows } = await town.ctx.db.$client.execute(
			`select detail from audit_entries where verb = 'correctCompletion'`
		);
		expect(JSON.parse(String(rows[0]!.detail))).toEqual({
			fields: ['unticked'],
			before: { unticked: 4 },
			after: { unticked: 1 }
		});
	});

	it('is the head count where no one was checked in, and then it is required', async () => {
		at('09:30');
		expect(await complete({ attended: null, unticked: 3 })).toEqual({ ok: false, refusal: 'attended-missing' });
		expect(await complete({ attended: 60 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 60, unticked: null });
	});
});

const completion = async () => (await findEvent(town.ctx.db, open.eventId))!.completion;
