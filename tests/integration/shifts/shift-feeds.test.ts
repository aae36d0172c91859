import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import { findFeedOf } from '../../../src/lib/server/db/shifts/shift-feeds';
import { makeShiftFeed, readShiftFeed, revokeShiftFeed } from '../../../src/lib/server/shifts/shift-feeds';
import { accountOf, shiftsOf } from './open-shift';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let shifts: ReturnType<typeof shiftsOf>;

beforeEach(async () => {
	town = await openTestTown();
	shifts = shiftsOf(town);
});
afterEach(() => town.close());

const make = (name: 'mei' | 'tang' = 'mei') => makeShiftFeed(town.as(name), { id: shifts.id() });
async function tokenOf(name: 'mei' | 'tang' = 'mei'): Promise<string> {
	const made = await make(name);
	if (!made.ok || made.token === null) throw new Error('a token is meant');
	return made.token;
}
const read = (token: string) => readShiftFeed(town.visitor, token);

it('the address opens the own shifts to its holder, and no one else’s', async () => {
	const shiftId = await shifts.newShift(await shifts.openEvent(), '09:00', '11:00', 2);
	await shifts.taken(town.as('mei'), shiftId);
	expect(await read(await tokenOf())).toMatchObject([{ id: shiftId, duty: '签到引导', place: '三星村文化广场' }]);
	expect(await read(await tokenOf('tang'))).toEqual([]);
	expect(await read('nothing')).toBeNull();
});

it('its token has at least 128 bits, is unlike the last one, and is nowhere in the database', async () => {
	const [first, second] = [await tokenOf(), await tokenOf('tang')];
	expect(Buffer.from(first, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
	expect(first).not.toBe(second);
	for (const table of ['shift_feeds', 'audit_entries']) {
		const { rows } = await town.ctx.db.$client.execute(`select * from ${table}`);
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain(first);
	}
});

it('a new one ends the old one', async () => {
	const old = await tokenOf();
	const renewed = await tokenOf();
	expect(await read(old)).toBeNull();
	expect(await read(renewed)).toEqual([]);
});

it('revoked it opens nothing, nor when the account is closed', async () => {
	const token = await tokenOf();
	expect(await revokeShiftFeed(town.as('mei'), { id: shifts.id() })).toMatchObject({ ok: true });
	expect(await read(token)).toBeNull();
	expect(await findFeedOf(town.ctx.db, accountOf(town.as('mei')))).toBeNull();
	const other = await tokenOf('tang');
	await closeAccount(town.as('zhou'), { id: shifts.id(), accountId: accountOf(town.as('tang')) });
	expect(await read(other)).toBeNull();
});

it('the same form sent twice makes one address and shows it once', async () => {
	const id = shifts.id();
	const first = await makeShiftFeed(town.as('mei'), { id });
	expect(await makeShiftFeed(town.as('mei'), { id })).toEqual({ ok: true, token: null });
	expect(await read((first as { token: string }).token)).toEqual([]);
});

it('is for those with an account', async () => {
	expect(await makeShiftFeed(town.visitor, { id: shifts.id() })).toEqual({ ok: false, refusal: 'not-signed-in' });
	expect(await revokeShiftFeed(town.visitor, { id: shifts.id() })).toEqual({ ok: false, refusal: 'not-signed-in' });
});
