import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeAccount } from '../../src/lib/server/people/account-acts';
import { openAccount } from '../../src/lib/server/people/account-openings';
import { countActsSince } from '../../src/lib/server/db/audit/audit';
import { hasLanded } from '../../src/lib/server/db/landed-acts';
import { listAuditEntries } from '../../src/lib/server/db/audit/audit-list';
import { pageSize, type Cursor } from '../../src/lib/server/db/keyset';
import { renameUnit } from '../../src/lib/server/units/units';
import { setHouseholds } from '../../src/lib/server/units/households';
import { verbText, verbWords } from '../../src/lib/ui/audit/audit-words';
import { signUp } from '../../src/lib/server/signups/signups';
import { changeParty } from '../../src/lib/server/signups/signup-changes';
import { newSignup, openSlot } from './events/open-slot';
import { openTestTown, type TestTown } from './test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const id = () => town.ctx.newId();
const page = (over = {}) => listAuditEntries(town.ctx.db, { scope: town.units.town, isWhole: true, ...over });
const list = async (over = {}) => (await page(over)).rows;

async function countHouseholds(times: number, unitId = town.units.sanxing): Promise<void> {
	for (let households = 1; households <= times; households++) {
		await setHouseholds(town.as('zhou'), { id: id(), unitId, fromOn: '2026-01-01', households });
		town.clock.advance(1000);
	}
}

test('every verb a service writes has words', () => {
	const folder = 'src/lib/server';
	const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
		.join('\n');
	const verbs = [...source.matchAll(/(?:verb: |\bact\(|\baudit\(|\brecord\(ctx, )'([a-zA-Z]+)'/g)].map(
		(match) => match[1]!
	);
	expect(verbs.length).toBeGreaterThan(40);
	expect(Object.keys(verbWords)).toEqual(expect.arrayContaining(verbs));
	expect(verbText('signIn')).toBe('登录');
	expect(verbText('aVerbOfOldTimes')).toBe('aVerbOfOldTimes');
});

test('an entry says who did what, when, on what, where', async () => {
	const act = { id: id(), unitId: town.units.sanxing, name: '三星新村' };
	await renameUnit(town.as('zhou'), act);
	expect(await list()).toMatchObject([
		{
			id: act.id,
			at: town.ctx.now(),
			actorKind: 'account',
			username: 'zhou',
			verb: 'renameUnit',
			subjectType: 'unit',
			subjectId: town.units.sanxing,
			unitName: '三星新村'
		}
	]);
	expect(await hasLanded(town.as('zhou'), { id: act.id, subjectId: town.units.sanxing })).toBe(true);
	expect(await hasLanded(town.as('zhou'), { id: act.id, subjectId: town.units.hesha })).toBe(false);
	expect(await hasLanded(town.as('liu'), { id: act.id, subjectId: town.units.sanxing })).toBe(false);
	expect(await hasLanded(town.visitor, { id: act.id, subjectId: town.units.sanxing })).toBe(false);
});

test('pages follow each other without gap or repeat, newest first', async () => {
	await countHouseholds(2 * pageSize + 5);
	const seen: string[] = [];
	for (let cursor: Cursor | undefined; ;) {
		const { rows, hasBelow } = await page({ cursor });
		seen.push(...rows.map((entry) => JSON.parse(entry.detail!).households));
		if (!hasBelow) break;
		const { at, id } = rows.at(-1)!;
		cursor = { below: { key: at, id } };
	}
	expect(seen).toEqual(Array.from({ length: 105 }, (_, i) => 105 - i));
});

test('the list narrows to a verb and to the acts of a unit', async () => {
	await countHouseholds(2);
	await countHouseholds(1, town.units.hesha);
	await closeAccount(town.as('zhou'), { id: id(), accountId: town.accounts.he.id });
	expect(await list({ verb: 'setHouseholds' })).toHaveLength(3);
	expect(await list({ scope: town.units.hesha, isWhole: false })).toHaveLength(2);
	expect(await list({ scope: town.units.zhongba, isWhole: false })).toEqual([]);
	expect(await countActsSince(town.ctx.db, town.units.town, town.ctx.now() - 1500)).toBe(2);
});

test('no entry can be changed or deleted by any account', async () => {
	await countHouseholds(1);
	const { $client } = town.ctx.db;
	await expect($client.execute("update audit_entries set verb = 'x'")).rejects.toThrow('never changed');
	await expect($client.execute('delete from audit_entries')).rejects.toThrow('never deleted');
});

test('an act that is refused leaves no entry', async () => {
	const command = { id: id(), username: 'liu', name: '王测试', role: 'cadre' as const, unitId: town.units.hesha };
	expect(await openAccount(town.as('zhou'), command)).toMatchObject({ ok: false });
	expect(await list()).toEqual([]);
});

test("a villager's sign-up and whom it moved up are in the trail of the event's unit", async () => {
	const { slotId } = await openSlot(town, 2);
	const [first, second] = [newSignup(town, slotId, 2), newSignup(town, slotId, 1)];
	await signUp(town.visitor, first);
	await signUp(town.visitor, second);
	await changeParty(town.visitor, { id: id(), signupId: first.id, partySize: 1 });
	for (const verb of ['signUp', 'changeParty', 'promoteSignup']) {
		const entries = await list({ verb });
		expect(entries.length).toBeGreaterThan(0);
		expect(new Set(entries.map(({ unitName }) => unitName))).toEqual(new Set(['太平场镇']));
	}
});
