import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/lib/domain/people/actor';
import { actAs } from '../../../src/lib/server/context';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { householdCounts } from '../../../src/lib/server/db/schema/units/units';
import { pledgeTexts } from '../../../src/lib/server/db/schema/pledges/pledges';
import {
	countPledges,
	findPledge,
	findPledgeText,
	findTextInForce,
	listCoverage,
	listPledgeTexts,
	listPledges
} from '../../../src/lib/server/db/pledges/pledges';
import {
	issuePledgeText,
	recordPaperPledge,
	signPledge,
	withdrawPledge
} from '../../../src/lib/server/pledges/pledges';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const newId = () => town.ctx.newId();
const phoneOf = (nth: number) => `139${String(nth).padStart(8, '0')}`;

async function issue(effectiveOn = '2026-01-01', audience: 'household' | 'party-member' = 'household') {
	const id = newId();
	const result = await issuePledgeText(town.as('zhou'), {
		id,
		audience,
		effectiveOn,
		title: '移风易俗承诺书',
		body: '一、婚事新办\n二、丧事简办\n三、无事不办'
	});
	expect(result).toMatchObject({ ok: true });
	return id;
}

const household = (textId: string, nth = 1, village: TestUnit = 'sanxing') => ({
	id: newId(),
	textId,
	name: '测试户',
	phone: phoneOf(nth),
	villageId: town.units[village]
});

const paper = (textId: string, signedOn: string, nth = 1, village: TestUnit = 'sanxing') => ({
	...household(textId, nth, village),
	signedOn
});

describe('issuing a text', () => {
	test('versions are numbered from 1 for each audience on its own', async () => {
		const first = await issue();
		const second = await issue('2026-02-01');
		const forMembers = await issue('2026-01-01', 'party-member');
		const numbers = await Promise.all([first, second, forMembers].map((id) => findPledgeText(town.ctx.db, id)));
		expect(numbers.map((text) => text?.number)).toEqual([1, 2, 1]);
	});

	test('the list of texts says how many pledges of each are in force', async () => {
		const first = await issue();
		const second = await issue('2026-02-01');
		await recordPaperPledge(town.as('zhou'), paper(first, '2026-01-15', 1));
		const gone = paper(first, '2026-01-15', 2);
		await recordPaperPledge(town.as('zhou'), gone);
		await withdrawPledge(town.as('zhou'), { id: newId(), pledgeId: gone.id });
		const inForce = Object.fromEntries((await listPledgeTexts(town.ctx.db)).map((text) => [text.id, text.inForce]));
		expect(inForce).toEqual({ [first]: 1, [second]: 0 });
	});

	test('two at the same moment get two numbers', async () => {
		await Promise.all([issue(), issue(), issue()]);
		const rows = await town.ctx.db.select({ number: pledgeTexts.number }).from(pledgeTexts);
		expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
	});

	test('only an administrator of the root may issue one', async () => {
		const zhou = town.as('zhou').actor as Extract<Actor, { kind: 'account' }>;
		const townCadre = actAs(town.ctx, { ...zhou, role: 'cadre' });
		const villageAdministrator = actAs(town.ctx, { ...zhou, unitId: town.units.sanxing });
		const command = { audience: 'household', title: 'x', body: 'y', effectiveOn: '2026-01-01' } as const;
		for (const ctx of [townCadre, villageAdministrator, town.as('liu'), town.as('mei'), town.visitor]) {
			expect(await issuePledgeText(ctx, { id: newId(), ...command })).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
	});

	test('the text in force is the last one that came into force, not one that is still to come', async () => {
		const old = await issue('2024-01-01');
		const current = await issue('2026-01-01');
		await issue('2027-01-01');
		expect((await findTextInForce(town.ctx.db, 'household', '2025-12-31'))?.id).toBe(old);
		expect((await findTextInForce(town.ctx.db, 'household', '2026-03-02'))?.id).toBe(current);
		expect(await findTextInForce(town.ctx.db, 'household', '2023-12-31')).toBeNull();
	});

	test('an issued text can never be changed by any account', async () => {
		await issue();
		await expect(town.ctx.db.update(pledgeTexts).set({ body: '另一份' })).rejects.toThrow();
	});
});

describe('signing', () => {
	test('a villager signs without an account and gets six digits', async () => {
		const command = household(await issue());
		const result = await signPledge(town.visitor, command);
		expect(result).toMatchObject({ ok: true, code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/) });
		const found = await findPledge(town.ctx.db, command.id);
		expect(found?.pledge).toMatchObject({ signedOn: '2026-03-02', isOnPaper: false, isWithdrawn: false, byId: null });
		expect(found?.text.number).toBe(1);
	});

	test('name and phone lie sealed in the table and nowhere in the audit trail', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const found = await findPledge(town.ctx.db, command.id);
		const audit = JSON.stringify(await town.ctx.db.select().from(auditEntries));
		for (const text of [JSON.stringify(found), audit]) {
			expect(text).not.toContain(command.name);
			expect(text).not.toContain(command.phone);
		}
		expect(town.ctx.keys.open(found!.pledge.nameSealed, 'pledges.name', command.id)).toBe(command.name);
		expect(town.ctx.keys.open(found!.pledge.phoneSealed, 'pledges.phone', command.id)).toBe(command.phone);
	});

	test('the same submission twice lands once and answers with the same code', async () => {
		const command = household(await issue());
		const [first, second] = await Promise.all([signPledge(town.visitor, command), signPledge(town.visitor, command)]);
		expect(second).toEqual(first);
		expect(await signPledge(town.visitor, command)).toEqual(first);
		expect(await countPledges(town.ctx.db, town.units.town)).toBe(1);
	});

	test('another household’s id gives no code away', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const curious = { ...household(command.textId, 2), id: command.id };
		expect(await signPledge(town.visitor, curious)).toEqual({ ok: false, refusal: 'form-stale' });
	});

	test('the same phone cannot have two pledges of one audience in force, but one of each', async () => {
		const textId = await issue();
		const forMembers = await issue('2026-01-01', 'party-member');
		await signPledge(town.visitor, household(textId));
		expect(await signPledge(town.visitor, household(textId))).toEqual({ ok: false, refusal: 'already-pledged' });
		expect(await signPledge(town.visitor, household(forMembers))).toMatchObject({ ok: true });
	});

	test('a text that was replaced since the page was opened is refused', async () => {
		const old = await issue('2026-01-01');
		await issue('2026-03-01');
		expect(await signPledge(town.visitor, household(old))).toEqual({ ok: false, refusal: 'pledge-text-replaced' });
	});

	test('an unknown text and a unit that is no village are refused', async () => {
		const textId = await issue();
		expect(await signPledge(town.visitor, household(newId()))).toEqual({ ok: false, refusal: 'pledge-text-unknown' });
		for (const unit of ['town', 'sanxingGroup1'] as const) {
			const refusal = { ok: false, refusal: 'village-unknown' };
			expect(await signPledge(town.visitor, household(textId, 1, unit))).toEqual(refusal);
		}
	});
});

describe('a pledge on paper', () => {
	test('keeps the day on the paper and who recorded it', async () => {
		const command = paper(await issue('2024-01-01'), '2024-05-20');
		expect(await recordPaperPledge(town.as('liu'), command)).toMatchObject({ ok: true });
		const found = await findPledge(town.ctx.db, command.id);
		expect(found?.pledge).toMatchObject({ signedOn: '2024-05-20', isOnPaper: true, byId: town.accounts.liu.id });
	});

	test('is recorded by staff of the village alone', async () => {
		const command = paper(await issue('2024-01-01'), '2024-05-20');
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			expect(await recordPaperPledge(ctx, command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await recordPaperPledge(town.as('zhou'), command)).toMatchObject({ ok: true });
	});

	test('cannot be dated ahead, nor before its text was in force', async () => {
		const textId = await issue('2024-01-01');
		expect(await recordPaperPledge(town.as('liu'), paper(textId, '2026-03-03'))).toEqual({
			ok: false,
			refusal: 'date-in-future'
		});
		expect(await recordPaperPledge(town.as('liu'), paper(textId, '2023-12-31'))).toEqual({
			ok: false,
			refusal: 'pledge-text-not-yet'
		});
	});

	test('may still be recorded for an older version than the one in force', async () => {
		const old = await issue('2024-01-01');
		await issue('2026-01-01');
		expect(await recordPaperPledge(town.as('liu'), paper(old, '2024-05-20'))).toMatchObject({ ok: true });
	});
});

describe('withdrawing', () => {
	test('is dated, needs no reason, and the same phone may sign again', async () => {
		const textId = await issue();
		const command = household(textId);
		await signPledge(town.visitor, command);
		town.clock.setDate('2026-04-01');
		expect(await withdrawPledge(town.visitor, { id: newId(), pledgeId: command.id })).toEqual({ ok: true });
		expect((await findPledge(town.ctx.db, command.id))?.withdrawnOn).toBe('2026-04-01');
		expect(await signPledge(town.visitor, household(textId))).toMatchObject({ ok: true });
	});

	test('twice is one withdrawal, at once or later', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const withdraw = () => withdrawPledge(town.visitor, { id: newId(), pledgeId: command.id });
		expect(await Promise.all([withdraw(), withdraw(), withdraw()])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
		town.clock.setDate('2026-05-01');
		await withdraw();
		expect((await findPledge(town.ctx.db, command.id))?.withdrawnOn).toBe('2026-03-02');
	});

	test('a cadre withdraws for a household of the own village, not of another', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const act = { id: newId(), pledgeId: command.id };
		expect(await withdrawPledge(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawPledge(town.as('liu'), act)).toEqual({ ok: true });
	});

	test('of an unknown pledge is refused', async () => {
		const refusal = { ok: false, refusal: 'pledge-unknown' };
		expect(await withdrawPledge(town.visitor, { id: newId(), pledgeId: newId() })).toEqual(refusal);
	});
});

describe('coverage', () => {
	beforeEach(async () => {
		const count = (unit: TestUnit, fromOn: string, households: number) => ({
			unitId: town.units[unit],
			fromOn,
			households,
			at: 0,
			byId: null
		});
		const counts = [
			count('sanxing', '2024-01-01', 400),
			count('sanxing', '2026-01-01', 410),
			count('hesha', '2024-01-01', 300)
		];
		await town.ctx.db.insert(householdCounts).values(counts);
	});

	const coverageOf = async (unit: TestUnit, on: string, scope: TestUnit = 'town') =>
		(await listCoverage(town.ctx.db, town.units[scope], on)).find(({ villageId }) => villageId === town.units[unit]);

	test('counts households with a pledge in force on the day against those registered on the day', async () => {
		const textId = await issue('2024-01-01');
		const first = paper(textId, '2024-05-20', 1);
		for (const command of [first, paper(textId, '2024-06-01', 2), paper(textId, '2026-02-01', 3)])
			await recordPaperPledge(town.as('liu'), command);
		await withdrawPledge(town.as('liu'), { id: newId(), pledgeId: first.id });

		expect(await coverageOf('sanxing', '2024-05-19')).toMatchObject({ pledged: 0, registered: 400 });
		expect(await coverageOf('sanxing', '2024-12-31')).toMatchObject({ pledged: 2, registered: 400 });
		expect(await coverageOf('sanxing', '2026-03-01')).toMatchObject({ pledged: 3, registered: 410 });
		expect(await coverageOf('sanxing', '2026-03-02')).toMatchObject({ pledged: 2, registered: 410 });
	});

	test('lists every village in the town’s order, also those without pledges or registered households', async () => {
		const rows = await listCoverage(town.ctx.db, town.units.town, '2026-03-02');
		expect(rows.map(({ name, registered }) => [name, registered])).toEqual([
			['三星村', 410],
			['河沙村', 300],
			['中坝村', null],
			['桥头社区', null]
		]);
		expect(await listCoverage(town.ctx.db, town.units.hesha, '2026-03-02')).toHaveLength(1);
	});

	test('leaves the pledges of party members out', async () => {
		await signPledge(town.visitor, household(await issue('2026-01-01', 'party-member')));
		expect(await coverageOf('sanxing', '2026-03-02')).toMatchObject({ pledged: 0 });
	});
});

describe('the list', () => {
	test('shows a cadre the pledges of the own village alone', async () => {
		const textId = await issue();
		await signPledge(town.visitor, household(textId, 1, 'sanxing'));
		await signPledge(town.visitor, household(textId, 2, 'hesha'));
		expect(await countPledges(town.ctx.db, town.units.town)).toBe(2);
		const { rows } = await listPledges(town.ctx.db, town.units.sanxing);
		expect(rows.map(({ village }) => village.name)).toEqual(['三星村']);
		expect(await countPledges(town.ctx.db, town.units.sanxing, { villageId: town.units.hesha })).toBe(0);
	});

	test('pages 50 at a time, down and up again, without gap or repeat', async () => {
		const textId = await issue('2024-01-01');
		for (let nth = 0; nth < 120; nth++)
			await recordPaperPledge(town.as('liu'), paper(textId, `2024-05-${String(1 + (nth % 7)).padStart(2, '0')}`, nth));
		const list = (cursor?: Parameters<typeof listPledges>[3]) => listPledges(town.ctx.db, town.units.town, {}, cursor);
		const at = ({ pledge }: Awaited<ReturnType<typeof list>>['rows'][number]) => ({
			key: pledge.signedOn,
			id: pledge.id
		});

		const first = await list();
		const second = await list({ below: at(first.rows.at(-1)!) });
		const third = await list({ below: at(second.rows.at(-1)!) });
		const all = [first, second, third].flatMap(({ rows }) => rows.map(({ pledge }) => pledge.id));
		expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
		expect(new Set(all).size).toBe(120);
		expect([first, second, third].map(({ hasBelow, hasAbove }) => [hasAbove, hasBelow])).toEqual([
			[false, true],
			[true, true],
			[true, false]
		]);
		const back = await list({ above: at(second.rows[0]!) });
		expect(back.rows.map(({ pledge }) => pledge.id)).toEqual(first.rows.map(({ pledge }) => pledge.id));
		expect(back.hasAbove).toBe(false);
	});
});
