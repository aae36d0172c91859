import { describe, expect, it } from 'vitest';
import { listParties } from '../../../src/lib/server/db/check-in/parties';
import { findScanned } from '../../../src/lib/server/check-in/scan';
import { undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { slipToken } from '../../../src/lib/server/signups/slip-token';
import { openSlot } from '../events/open-slot';
import { town, open, mei, party, at, letIn, eachAtDoor } from './at-door';

eachAtDoor();

describe('a scan', () => {
	it('leads to the sign-up by the slip’s address, its token or its code', async () => {
		const signupId = await party(1);
		const { rows } = await town.ctx.db.$client.execute({
			sql: 'select code from signups where id = ?',
			args: [signupId]
		});
		const code = String(rows[0]!.code);
		const token = slipToken(town.ctx.keys, signupId);
		for (const text of [code, code.toLowerCase().replace(/^(...)/, '$1-'), token, `https://town.example/s/${token}`])
			expect(await findScanned(mei, open.eventId, text), text).toBe(signupId);
		const elsewhere = await openSlot(town, 1);
		for (const text of ['', 'AAAAAA', `${token.slice(0, -1)}_`, 'https://town.example/'])
			expect(await findScanned(mei, open.eventId, text), text).toBeNull();
		expect(await findScanned(mei, elsewhere.eventId, code), 'a code is its event’s').toBeNull();
		expect(await findScanned(mei, elsewhere.eventId, token), 'a slip says whose it is').toBe(signupId);
	});
});

describe('the list at the door', () => {
	it('brings every check-in in force with its party, each to be taken back', async () => {
		const signupId = await party(3);
		at('08:30');
		await letIn(signupId, { people: 1 });
		await letIn(signupId, { people: 2 });
		const entries = async () => (await listParties(town.ctx.db, open.slotId))[0]!.checkIns;
		expect((await entries()).map(({ people }) => people)).toEqual([1, 2]);
		await undoCheckIn(mei, { id: town.ctx.newId(), checkInId: (await entries())[1]!.id });
		expect((await entries()).map(({ people }) => people)).toEqual([1]);
	});
});
