import { describe, expect, it } from 'vitest';
import { findSlip } from '../../../src/lib/server/db/signups/slip-page';
import { listParties } from '../../../src/lib/server/db/check-in/parties';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { ask, lift, where, join, answer, id, town, slotId, freshTown, everybody } from './asked-questions';
import { withChannels } from '../new-town';

freshTown();

describe('the answers of a party', () => {
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
			ctx: withChannels(town.ctx, channels),
			words: (matter) => (words.push(matter.unanswered), { subject: '', text: '' })
		});
		expect(words).toEqual([2]);
	});
});

async function left(signupId: string) {
	const { asked, unanswered } = (await findSlip(town.ctx.db, signupId))!;
	return { asked, unanswered };
}
