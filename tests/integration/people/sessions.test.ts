import LibsqlFile from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { listSessions } from '../../../src/lib/server/db/people/sessions';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import { endSession, findActor, forgetExpiredSessions, startSession } from '../../../src/lib/server/people/sessions';
import { openTestTown, type TestTown } from '../test-town';

const hour = 3_600_000;
const day = 24 * hour;

let town: TestTown;
let liu: { id: string; unitId: string };

beforeEach(async () => {
	town = await openTestTown();
	liu = { id: town.accounts.liu.id, unitId: town.units.sanxing };
});
afterEach(() => town.close());

/** A request with this token, and a write that comes after what the request has written on the side. */
async function request(token: string) {
	const found = await findActor(town.ctx, token);
	await forgetExpiredSessions(town.ctx);
	return found;
}

test('a session names its account, and the table keeps only a hash of its token', async () => {
	const { token, expiresAt } = await startSession(town.ctx, liu);
	expect(expiresAt).toBe(town.ctx.now() + 12 * hour);
	expect(token).toMatch(/^[a-z0-9]{40}$/);

	const found = await findActor(town.ctx, token);
	expect(found).toEqual({ actor: town.as('liu').actor, renewedUntil: null });

	const [row] = await listSessions(town.ctx.db, liu.id);
	expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
	expect(row?.id).not.toContain(token);
	expect(await findActor(town.ctx, row!.id)).toBeNull();
});

test('a token that was never given out finds no account', async () => {
	for (const token of ['', 'x', "' or 1=1 --", '0'.repeat(40)]) expect(await findActor(town.ctx, token)).toBeNull();
});

test('a session that is not used for twelve hours is over', async () => {
	const { token } = await startSession(town.ctx, liu);
	town.clock.advance(12 * hour + 1000);
	expect(await findActor(town.ctx, token)).toBeNull();
	await expect.poll(() => listSessions(town.ctx.db, liu.id)).toEqual([]);
});

test('a session that is due to be prolonged or deleted keeps no page waiting for another process', async () => {
	const [used, left] = [await startSession(town.ctx, liu), await startSession(town.ctx, liu)];
	town.clock.advance(7 * hour);
	const other = new LibsqlFile(town.url.slice('file:'.length));
	other.exec('begin immediate');
	const began = performance.now();
	expect(await findActor(town.ctx, used.token)).toMatchObject({ renewedUntil: town.ctx.now() + 12 * hour });
	town.clock.advance(6 * hour);
	expect(await findActor(town.ctx, left.token)).toBeNull();
	expect(performance.now() - began).toBeLessThan(2000);
	other.exec('rollback');
	other.close();
	// Both are written once the file is free.
	const ofUsed = { expiresAt: town.ctx.now() + 6 * hour };
	await expect.poll(() => listSessions(town.ctx.db, liu.id)).toMatchObject([ofUsed]);
});

test('a session in use is prolonged, and its token stays the same', async () => {
	const { token } = await startSession(town.ctx, liu);
	town.clock.advance(5 * hour);
	expect((await request(token))?.renewedUntil).toBeNull();
	town.clock.advance(2 * hour);
	expect((await request(token))?.renewedUntil).toBe(town.ctx.now() + 12 * hour);
	town.clock.advance(11 * hour);
	expect(await request(token)).not.toBeNull();
	expect(await listSessions(town.ctx.db, liu.id)).toHaveLength(1);
});

test('however much it is used, a session is over after seven days', async () => {
	const { token } = await startSession(town.ctx, liu);
	const startedAt = town.ctx.now();
	const found: boolean[] = [];
	while (town.ctx.now() < startedAt + 7 * day - 5 * hour) {
		town.clock.advance(5 * hour);
		found.push((await request(token)) !== null);
	}
	expect(found.every(Boolean)).toBe(true);
	const [row] = await listSessions(town.ctx.db, liu.id);
	expect(row?.expiresAt).toBe(startedAt + 7 * day);

	town.clock.set(startedAt + 7 * day + 1000);
	expect(await request(token)).toBeNull();
});

test('near its end a session is not written again with every request', async () => {
	const { token } = await startSession(town.ctx, liu);
	const startedAt = town.ctx.now();
	for (let h = 7; h < 7 * 24 - 2; h += 7) {
		town.clock.set(startedAt + h * hour);
		await request(token);
	}
	town.clock.set(startedAt + 7 * day - hour);
	expect(await request(token)).toMatchObject({ renewedUntil: null });
});

test('signing out ends this session alone, and leaves a trace', async () => {
	const [first, second] = [await startSession(town.ctx, liu), await startSession(town.ctx, liu)];
	await endSession(town.as('liu'), first.token);
	expect(await findActor(town.ctx, first.token)).toBeNull();
	expect(await findActor(town.ctx, second.token)).not.toBeNull();
	const { rows } = await town.ctx.db.$client.execute('select verb, actor_id from audit_entries order by id');
	expect(rows.map((row) => row.verb)).toEqual(['signIn', 'signIn', 'signOut']);
	expect(rows[2]?.actor_id).toBe(liu.id);
});

test('closing an account ends all its sessions at once, and no one else’s', async () => {
	const [first, second] = [await startSession(town.ctx, liu), await startSession(town.ctx, liu)];
	const other = await startSession(town.ctx, { id: town.accounts.he.id, unitId: town.units.hesha });
	expect(await closeAccount(town.as('zhou'), { id: town.ctx.newId(), accountId: liu.id })).toMatchObject({ ok: true });
	expect(await findActor(town.ctx, first.token)).toBeNull();
	expect(await findActor(town.ctx, second.token)).toBeNull();
	expect(await findActor(town.ctx, other.token)).not.toBeNull();
	expect(await listSessions(town.ctx.db, liu.id)).toEqual([]);
});

test('a session row that outlived its closed account lets no one in', async () => {
	await closeAccount(town.as('zhou'), { id: town.ctx.newId(), accountId: liu.id });
	const { token } = await startSession(actAs(town.ctx, { kind: 'system' }), liu);
	expect(await findActor(town.ctx, token)).toBeNull();
});

test('sessions that ran out are forgotten', async () => {
	await startSession(town.ctx, liu);
	town.clock.advance(8 * hour);
	await startSession(town.ctx, liu);
	town.clock.advance(8 * hour);
	await forgetExpiredSessions(town.ctx);
	expect(await listSessions(town.ctx.db, liu.id)).toHaveLength(1);
});
