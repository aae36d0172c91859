import { describe, expect, it } from 'vitest';
import { findDraft, listDrafts } from '../../../src/lib/server/db/reviews/report-drafts';
import { setTargets } from '../../../src/lib/server/targets/targets';
import { saveReport } from '../../../src/lib/server/reviews/reports';
import { ledger, begin, save, body, town, reportId, id, freshTown } from './report-town';

freshTown();

describe('a draft', () => {
	it('keeps the figures it names with their values when it was saved', async () => {
		await ledger.banquet('sanxing', '2023-05-01');
		await begin();
		await ledger.banquet('sanxing', '2024-05-01');
		await ledger.reportRest(2023, 2024);
		await save(1, body);
		await ledger.banquet('sanxing', '2024-05-20');
		expect((await findDraft(town.ctx.db, reportId, 2))?.figures).toMatchObject([
			{ figure: 'banquets-held', value: 1, previous: 1, target: null }
		]);
		await save(2, body);
		expect((await findDraft(town.ctx.db, reportId))?.figures).toMatchObject([{ value: 2 }]);
	});

	it('is never lost: each saving is the next number', async () => {
		await begin();
		for (const seen of [1, 2, 3]) expect(await save(seen, `${body}${seen}`)).toEqual({ ok: true });
		expect((await listDrafts(town.ctx.db, reportId)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
		const { $client } = town.ctx.db;
		await expect($client.execute("update report_drafts set body = 'x'")).rejects.toThrow('never changed');
		await expect($client.execute('delete from report_drafts')).rejects.toThrow('never deleted');
		await expect($client.execute('update report_draft_figures set value = 9')).rejects.toThrow('never changed');
	});

	it('of two writers at once is one; the other is told, and nothing is written over', async () => {
		await begin();
		const saved = await Promise.all([save(1, `${body}甲`), save(1, `${body}乙`)]);
		expect(saved.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(saved).toContainEqual({ ok: false, refusal: 'report-moved-on' });
		expect(await listDrafts(town.ctx.db, reportId)).toHaveLength(2);
	});

	it('sent twice lands once', async () => {
		await begin();
		await begin();
		const command = { id: id(), reportId, seen: 1, body };
		expect(await saveReport(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await saveReport(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await listDrafts(town.ctx.db, reportId)).toHaveLength(2);
	});

	it('with an unknown placeholder is not saved', async () => {
		await begin();
		expect(await save(1, '{{彩票}}')).toEqual({ ok: false, refusal: 'report-text-faulty' });
		expect(await listDrafts(town.ctx.db, reportId)).toHaveLength(1);
	});

	it('knows the town’s own targets', async () => {
		const cells = [{ figure: 'health-lectures' as const, unitId: town.units.town, value: 40 }];
		await setTargets(town.as('zhou'), { id: id(), unitId: town.units.town, year: 2024, seen: 0, cells });
		await begin();
		await save(1, '{{健康讲座|完成率}}');
		expect((await findDraft(town.ctx.db, reportId))?.figures).toMatchObject([{ target: 40 }]);
	});

	it('begins with last year’s text, its figures filled in anew', async () => {
		await begin();
		await save(1, body);
		const next = id();
		expect(await begin({ id: next, year: 2025, from: 'last-year' })).toEqual({ ok: true });
		expect((await findDraft(town.ctx.db, next))?.draft.body).toBe(body);
		const other = id();
		expect(await begin({ id: other, year: 2023, from: 'last-year' })).toEqual({ ok: true });
		expect((await findDraft(town.ctx.db, other))?.draft.body).toContain('{{健康讲座}}');
	});
});
