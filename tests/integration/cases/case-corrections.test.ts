import { describe, expect, test } from 'vitest';
import { readRecordLife } from '../../../src/lib/server/audit/record-life';
import { correctCase, correctSettlement, reopenCase } from '../../../src/lib/server/cases/case-corrections';
import { removeCase } from '../../../src/lib/server/cases/case-removals';
import { openMatter, openResult, recordCase, settleCase } from '../../../src/lib/server/cases/cases';
import { auditOf, dispute, freshTown, get, newId, received, run, settled, settling, town } from './case-town';

freshTown();

const refused = (refusal: string) => ({ ok: false, refusal });
const why = '写错了';
const correcting = (caseId: string, changes = {}) => ({ ...dispute(changes), caseId, id: newId(), reason: why });

describe('correcting a case', () => {
	test('keeps the old values in the audit trail, those in clear text sealed', async () => {
		const id = await received();
		const correction = correcting(id, { level: 'town', matter: '试丙家树枝伸进邻家' });
		expect(await correctCase(town.as('liu'), correction)).toMatchObject({ ok: true });
		const { case: one } = await get(id);
		expect([one.level, openMatter(town.ctx, one)]).toEqual(['town', '试丙家树枝伸进邻家']);
		const entry = (await auditOf(correction.id))!;
		expect(JSON.parse(entry.detail!)).toMatchObject({
			before: { level: 'village' },
			after: { level: 'town' },
			changed: ['matter']
		});
		expect(JSON.stringify(entry)).not.toMatch(/试甲|试丙/);
		const [, act] = await readRecordLife(town.as('liu'), { type: 'case', id });
		expect(act!.changes).toContainEqual({ field: 'matter', before: '试甲与试乙因院坝边界起争执' });
	});

	test('moves it only between units of the cadre, to days that hold', async () => {
		const id = await received();
		const moved = correcting(id, { unitId: town.units.hesha });
		for (const name of ['liu', 'he'] as const)
			expect(await correctCase(town.as(name), { ...moved, id: newId() })).toEqual(refused('not-your-unit'));
		await settled(id, '2026-02-25');
		const later = correcting(id, { receivedOn: '2026-02-26' });
		expect(await correctCase(town.as('liu'), later)).toEqual(refused('case-settled-before-received'));
		const call = correcting(id, { kind: 'call' });
		expect(await correctCase(town.as('liu'), call)).toEqual(refused('case-due-missing'));
		expect(await correctCase(town.as('zhou'), { ...moved, id: newId() })).toMatchObject({ ok: true });
	});

	test('loses no settlement that came meanwhile', async () => {
		const id = await received();
		const correction = correcting(id);
		await settled(id, '2026-02-25');
		expect(await correctCase(town.as('liu'), correction)).toMatchObject({ ok: true });
		expect((await get(id)).case.settledOn).toBe('2026-02-25');
	});
});

describe('correcting a settlement', () => {
	const mending = (caseId: string, settledOn: string) => ({
		...settling(caseId, { settledOn, result: '调解书' }),
		reason: why
	});

	test('changes its day and its result, and says why', async () => {
		const id = await received();
		expect(await correctSettlement(town.as('liu'), mending(id, '2026-02-24'))).toEqual(refused('case-open'));
		await settled(id, '2026-02-25');
		expect(await correctSettlement(town.as('he'), mending(id, '2026-02-24'))).toEqual(refused('not-your-unit'));
		expect(await correctSettlement(town.as('liu'), mending(id, '2026-02-19'))).toEqual(
			refused('case-settled-before-received')
		);
		expect(await correctSettlement(town.as('liu'), mending(id, '2026-02-24'))).toMatchObject({ ok: true });
		const { case: one, settlement } = await get(id);
		expect([one.settledOn, openResult(town.ctx, settlement!)]).toEqual(['2026-02-24', '调解书']);
	});

	test('a case that was not settled after all is open again, with the reason, and can be settled anew', async () => {
		const id = await received();
		await settled(id, '2026-02-25');
		const act = newId();
		expect(await reopenCase(town.as('liu'), { id: act, caseId: id, reason: '一方反悔' })).toMatchObject({ ok: true });
		expect(await get(id)).toMatchObject({ case: { settledOn: null }, settlement: null });
		expect(await auditOf(act)).toMatchObject({ verb: 'reopenCase', reason: '一方反悔' });
		expect(await settleCase(town.as('liu'), settling(id, { settledOn: '2026-03-01' }))).toMatchObject({ ok: true });
		const life = await readRecordLife(town.as('liu'), { type: 'case', id });
		expect(life.map(({ verb }) => verb)).toEqual(['recordCase', 'settleCase', 'reopenCase', 'settleCase']);
		expect(life[2]!.changes).toEqual([
			{ field: 'settledOn', before: '2026-02-25', after: null },
			{ field: 'result', before: '双方和解' }
		]);
	});
});

describe('striking a case out', () => {
	test('is final: nothing of it changes any more, and it is counted no more', async () => {
		const id = await received();
		await settled(id, '2026-02-25');
		const open = await received();
		for (const caseId of [id, open])
			expect(await removeCase(town.as('liu'), { id: newId(), caseId, reason: '记重了' })).toMatchObject({ ok: true });
		expect(await removeCase(town.as('liu'), { id: newId(), caseId: id, reason: '再划' })).toEqual(
			refused('struck-out-already')
		);
		expect((await get(id)).removal!.reason).toBe('记重了');
		expect(await settleCase(town.as('liu'), settling(open))).toEqual(refused('case-removed'));
		expect(await correctCase(town.as('liu'), correcting(id))).toEqual(refused('case-removed'));
		expect(await reopenCase(town.as('liu'), { id: newId(), caseId: id, reason: why })).toEqual(refused('case-removed'));
		await expect(run("update cases set level = 'town'")).rejects.toThrow('case-removed');
		await expect(run("update case_settlements set settled_on = '2026-02-26'")).rejects.toThrow('case-removed');
		await expect(run('delete from case_removals')).rejects.toThrow('stands');
		const { rows } = await run(
			"select sum(records) as n from figure_sums where measure like 'cases-%' or measure like 'disputes-%'"
		);
		expect(rows[0]!.n ?? 0).toBe(0);
	});

	test('is for staff of its unit', async () => {
		const id = await received();
		expect(await removeCase(town.as('he'), { id: newId(), caseId: id, reason: why })).toEqual(refused('not-your-unit'));
		expect(await recordCase(town.as('liu'), dispute())).toMatchObject({ ok: true });
	});
});
