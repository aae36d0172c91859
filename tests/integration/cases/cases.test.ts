import { describe, expect, test } from 'vitest';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { openMatter, openResult, recordCase, settleCase } from '../../../src/lib/server/cases/cases';
import { actions } from '../../../src/routes/desk/cases/[id=id]/+page.server';
import { visit } from '../page-visit';
import { auditOf, dispute, freshTown, get, newId, received, run, settled, settling, town } from './case-town';

freshTown();

const refused = (refusal: string) => ({ ok: false, refusal });

describe('entering a case', () => {
	test('what it is about lies sealed, in the table and in the audit trail', async () => {
		const command = dispute();
		expect(await recordCase(town.as('liu'), command)).toEqual({ ok: true, caseId: command.id });
		const { case: one } = await get(command.id);
		expect(one).toMatchObject({
			kind: 'dispute',
			receivedOn: '2026-02-20',
			settledOn: null,
			byId: town.accounts.liu.id
		});
		expect(openMatter(town.ctx, one)).toBe(command.matter);
		expect(JSON.stringify([one, await auditOf(command.id)])).not.toContain('试甲');
	});

	test('is for staff of the unit and of those above it', async () => {
		for (const name of ['he', 'tang'] as const)
			expect(await recordCase(town.as(name), dispute())).toEqual(refused('not-your-unit'));
		expect(await recordCase(town.visitor, dispute())).toEqual(refused('not-your-unit'));
		expect(await recordCase(town.as('liu'), dispute({}, 'town'))).toEqual(refused('not-your-unit'));
		expect(await recordCase(town.as('zhou'), dispute({}, 'town'))).toMatchObject({ ok: true });
	});

	test('a group has none', async () => {
		expect(await recordCase(town.as('liu'), dispute({}, 'sanxingGroup1'))).toEqual(refused('unit-without-office'));
	});

	test.each([
		[{ receivedOn: '2026-03-03' }, 'date-in-future'],
		[{ kind: 'call' }, 'case-due-missing'],
		[{ dueOn: '2026-02-19' }, 'case-due-before-received']
	] as const)('with %o is refused as %s', async (changes, refusal) => {
		expect(await recordCase(town.as('liu'), dispute(changes))).toEqual(refused(refusal));
	});

	test('the same submission twice lands once', async () => {
		const command = dispute();
		const answers = await Promise.all([1, 2, 3].map(() => recordCase(town.as('liu'), command)));
		expect(answers).toEqual(Array(3).fill({ ok: true, caseId: command.id }));
		expect((await run('select count(*) as n from cases')).rows[0]!.n).toBe(1);
	});

	test('contradicts a month that was reported as having had none, and such a report contradicts a case', async () => {
		const zero = {
			id: newId(),
			unitId: town.units.sanxing,
			kind: 'dispute',
			month: '2026-02',
			responsible: '刘测试'
		} as const;
		await recordCheckedZero(town.as('liu'), zero);
		expect(await recordCase(town.as('liu'), dispute())).toEqual(refused('month-checked-zero'));
		const call = { kind: 'call', dueOn: '2026-02-25' } as const;
		expect(await recordCase(town.as('liu'), dispute(call))).toMatchObject({ ok: true });
		expect(await recordCheckedZero(town.as('liu'), { ...zero, id: newId(), kind: 'call' })).toEqual(
			refused('month-has-records')
		);
	});
});

describe('settling a case', () => {
	test('is written with its result sealed, and who did it', async () => {
		const id = await received();
		expect(await settleCase(town.as('liu'), settling(id))).toMatchObject({ ok: true });
		const { case: one, settlement } = await get(id);
		expect(one.settledOn).toBe('2026-02-25');
		expect(settlement!.byId).toBe(town.accounts.liu.id);
		expect(settlement!.resultSealed).not.toContain('和解');
		expect(openResult(town.ctx, settlement!)).toBe('双方和解');
	});

	test('happens once: another act changes nothing, the same act answers as before', async () => {
		const id = await received();
		const first = settling(id, { settledOn: '2026-02-21', result: '甲' });
		expect(await settleCase(town.as('liu'), first)).toMatchObject({ ok: true });
		expect(await settleCase(town.as('liu'), first)).toMatchObject({ ok: true });
		expect(await settleCase(town.as('zhou'), settling(id))).toEqual(refused('case-already-settled'));
		expect((await get(id)).case.settledOn).toBe('2026-02-21');
	});

	test.each([
		['2026-02-19', 'case-settled-before-received'],
		['2026-03-03', 'date-in-future']
	])('on %s is refused as %s', async (settledOn, refusal) => {
		expect(await settleCase(town.as('liu'), settling(await received(), { settledOn }))).toEqual(refused(refusal));
	});

	test('is for staff of its unit, and not for a case that is not there', async () => {
		const id = await received();
		expect(await settleCase(town.as('he'), settling(id))).toEqual(refused('not-your-unit'));
		expect(await settleCase(town.as('liu'), settling(newId()))).toEqual(refused('case-unknown'));
	});
});

describe('whatever is written past the services', () => {
	const insert = (over: Record<string, string | number | null> = {}) => {
		const row = {
			id: newId(),
			unit_id: town.units.sanxing,
			kind: 'dispute',
			level: 'village',
			received_on: '2026-02-20',
			due_on: null,
			matter_sealed: 'x',
			at: town.ctx.now(),
			...over
		};
		const names = Object.keys(row);
		return run(
			`insert into cases (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
			...Object.values(row)
		);
	};

	test.each([
		['of a day to come', { received_on: '2026-03-03' }, 'date-in-future'],
		['of no day', { received_on: '2026-02-30' }, 'cases_received'],
		['due before it was received', { due_on: '2026-02-19' }, 'cases_due'],
		['of a call without a due day', { kind: 'call' }, 'cases_must_be_due'],
		['of another kind', { kind: 'quarrel' }, 'cases_kind'],
		['of another level', { level: 'county' }, 'cases_level'],
		['that is settled from the beginning', { settled_on: '2026-02-21' }, 'a case begins open'],
		['that is struck out from the beginning', { is_removed: 1 }, 'a case begins open']
	])('a case %s does not get in', async (_, over, message) => {
		await expect(insert(over)).rejects.toThrow(message);
		await expect(insert()).resolves.toBeDefined();
	});

	test('a case of a group does not get in, nor goes there', async () => {
		await expect(insert({ unit_id: town.units.sanxingGroup1 })).rejects.toThrow('unit-without-office');
		const id = await received();
		await expect(run('update cases set unit_id = ? where id = ?', town.units.sanxingGroup1, id)).rejects.toThrow(
			'unit-without-office'
		);
	});

	test('a settlement comes neither early, nor twice, nor goes without a reason', async () => {
		const id = await received();
		const settle = (on: string, how = 'insert') =>
			run(
				`${how} into case_settlements (case_id, settled_on, result_sealed, at) values (?, ?, 'x', ?)`,
				id,
				on,
				town.ctx.now()
			);
		await expect(settle('2026-02-19')).rejects.toThrow('case-settled-before-received');
		await expect(settle('2026-03-03')).rejects.toThrow('date-in-future');
		await expect(settle('2026-02-2x')).rejects.toThrow('cases_settled');
		await settle('2026-02-21');
		await expect(settle('2026-02-22')).rejects.toThrow('case-already-settled');
		await expect(settle('2026-02-22', 'insert or replace')).rejects.toThrow('case-already-settled');
		await expect(run('delete from case_settlements')).rejects.toThrow('only with a reason');
		expect((await get(id)).case.settledOn).toBe('2026-02-21');
	});

	test('a case is not moved past its settlement, nor into the future, and its kept columns are not written', async () => {
		const id = await received();
		await settled(id, '2026-02-21');
		await expect(run('update cases set received_on = ?', '2026-02-22')).rejects.toThrow('cases_settled');
		await expect(run("update cases set received_on = '2199-01-01', settled_on = '2199-01-02'")).rejects.toThrow();
		await expect(run('update cases set settled_on = null')).rejects.toThrow('alone');
		await expect(run('update cases set is_removed = 1')).rejects.toThrow('alone');
		await expect(run('delete from cases')).rejects.toThrow();
	});
});

test('a settlement more than a year after the case came in is asked about, and recorded once it is meant', async () => {
	const command = dispute({ receivedOn: '2024-02-20', dueOn: null });
	await recordCase(town.as('liu'), command);
	async function settle(more: Record<string, string> = {}) {
		const form = { id: newId(), settledOn: '2026-02-20', result: '和解', ...more };
		const how = { path: `/desk/cases/${command.id}`, params: { id: command.id }, form };
		const { value } = await visit(town.as('liu'), actions.settle as (event: never) => Promise<unknown>, how);
		return typeof value === 'string' ? 'settled' : value;
	}
	expect(await settle()).toMatchObject({ status: 409, data: { errors: { settledOn: 'day-far' } } });
	expect(await settle({ dayIsMeant: 'settledOn' })).toBe('settled');
});
