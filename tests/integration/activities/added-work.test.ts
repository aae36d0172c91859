import { describe, expect, it } from 'vitest';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import { campaigns } from '../../../src/lib/domain/activities/campaign';
import { countRoundTrips, openDatabase } from '../../../src/lib/server/db/client';
import { renameCampaign } from '../../../src/lib/server/activities/added-work';
import { correctActivity, removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { actAs } from '../../../src/lib/server/context';
import { dataKey } from '../cast';
import { newTown } from '../new-town';
import { auditOf, freshTown, meeting, newId, town } from './activity-town';
import { addKind, addSanitaryCampaign, boards, correctKind, enter } from './kind-town';

freshTown();

const run = (sql: string) => town.ctx.db.$client.execute(sql);
const column = async (sql: string) => (await run(sql)).rows.map((row) => Object.values(row)[0]);

describe('a kind of work', () => {
	it('is added by an administrator at the root alone, under the next number, and may be entered at once', async () => {
		for (const by of ['liu', 'he', 'mei'] as const)
			expect(await addKind({}, by)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await addSanitaryCampaign('liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await addSanitaryCampaign()).toEqual({ ok: true });
		expect(await addKind()).toEqual({ ok: true });
		expect(await addKind({ name: '创卫广播', campaign: 'campaign-1' })).toEqual({ ok: true });
		const { kinds, campaigns, figures } = await town.ctx.registry();
		expect(campaigns).toEqual([{ id: 'campaign-1', name: '市级卫生镇创建', nameEn: 'Sanitary town' }]);
		expect(kinds.map(({ id, name, campaign }) => [id, name, campaign])).toEqual([
			['added-1', '健康教育专栏', 'health'],
			['added-2', '创卫广播', 'campaign-1']
		]);
		expect(kinds[0]).toMatchObject({ ...boards, closedFromOn: null });
		expect(figures.at(-1)).toMatchObject({ id: 'added-2', campaign: 'campaign-1' });
		expect(await enter('2026-02-20')).toMatchObject({ ok: true });
	});

	it('sent twice is added once', async () => {
		const id = newId();
		const answers = [
			await addKind({ ...boards, words: [], id } as object),
			await addKind({ ...boards, words: [], id } as object)
		];
		expect(answers).toEqual([{ ok: true }, { ok: true }]);
		expect((await town.ctx.registry()).kinds).toHaveLength(1);
		expect(await auditOf(id)).toMatchObject({ verb: 'addWorkKind' });
	});

	it('is not called like another, whatever quotes and spaces it has', async () => {
		await addKind({ name: '“门前三包”海报' });
		expect(await addKind({ name: '门前三包 海报' })).toEqual({ ok: false, refusal: 'added-name-taken' });
		await addKind({ name: '巡逻' });
		expect(await correctKind({ name: '门前三包海报' }, { kindId: 'added-2' })).toEqual({
			ok: false,
			refusal: 'added-name-taken'
		});
		await addSanitaryCampaign();
		expect(await addSanitaryCampaign()).toEqual({ ok: false, refusal: 'added-name-taken' });
	});

	it('is corrected with what it was in the audit trail; its name, unit and counting stay once it has entries', async () => {
		await addKind();
		expect(await correctKind({ name: '健康专栏', measure: 'places' })).toEqual({ ok: true });
		await enter('2026-02-20');
		for (const changes of [
			{ name: '专栏' },
			{ name: '健康专栏' },
			{ name: '健康专栏', measure: 'places', counts: 'records' }
		] as const)
			expect(await correctKind(changes)).toEqual({ ok: false, refusal: 'kind-has-entries' });
		const kept = { name: '健康专栏', measure: 'places' } as const;
		expect(
			await correctKind({
				...kept,
				definition: '新的口径',
				campaign: 'governance',
				words: ['宣传栏'],
				definitionEn: 'Anew'
			})
		).toEqual({
			ok: true
		});
		expect((await town.ctx.registry()).kinds[0]).toMatchObject({
			definition: '新的口径',
			definitionEn: 'Anew',
			words: ['宣传栏']
		});
		const [detail] = await column(
			"select detail from audit_entries where verb = 'correctWorkKind' order by rowid desc limit 1"
		);
		expect(JSON.parse(String(detail))).toMatchObject({
			before: { definition: boards.definition, definitionEn: null, words: ['专栏'], campaign: 'health' },
			after: { definition: '新的口径', definitionEn: 'Anew' }
		});
		expect(await correctKind({}, { kindId: 'added-9' })).toEqual({ ok: false, refusal: 'kind-unknown' });
		expect(await correctKind({}, { by: 'he' })).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	it('is entered on the days alone on which it is kept, and keeps the days of its entries', async () => {
		await addKind();
		expect(await enter('2023-12-31')).toEqual({ ok: false, refusal: 'kind-not-kept' });
		const first = await enter('2025-03-05');
		await enter('2026-02-20');
		expect(await correctKind({ closedFromOn: '2026-02-20' })).toEqual({ ok: false, refusal: 'kind-entries-after' });
		expect(await correctKind({ fromOn: '2025-03-06' })).toEqual({ ok: false, refusal: 'kind-entries-outside' });
		expect(await correctKind({ fromOn: '2025-03-05', closedFromOn: '2026-02-21' })).toEqual({ ok: true });
		expect(await enter('2026-02-21')).toEqual({ ok: false, refusal: 'kind-not-kept' });
		const entry = { ...meeting({ kind: 'added-1', doneOn: '2026-02-25' }, 'town'), reason: '日期写错' };
		if (!first.ok) throw new Error('it was entered');
		expect(await correctActivity(town.as('zhou'), { ...entry, activityId: first.activityId })).toEqual({
			ok: false,
			refusal: 'kind-not-kept'
		});
		await removeActivity(town.as('zhou'), { id: newId(), activityId: first.activityId, reason: '重复' });
		expect(await correctKind({ fromOn: '2025-03-06', closedFromOn: '2026-02-21' })).toEqual({ ok: true });
	});

	it('has names of any signs, which stay those signs', async () => {
		const name = `<b>"海报'; drop table work_kinds;--`;
		await addKind({ name, nameEn: '=cmd()', definition: '\u202e<script>alert(1)</script>', words: ["'", '"', '%_'] });
		expect((await town.ctx.registry()).kinds[0]).toMatchObject({ name, nameEn: '=cmd()', words: ["'", '"', '%_'] });
	});
});

describe('the database', () => {
	it('has every kind and campaign of the software, by its id alone', async () => {
		const ids = await column("select id from work_kinds where id not glob 'added-*' and name is null order by rowid");
		expect(ids.toSorted()).toEqual([...activityKinds].sort());
		expect((await column('select id from campaigns order by rowid')).toSorted()).toEqual([...campaigns].sort());
	});

	const entryOf = (
		kind: string,
		on = '2026-02-20'
	) => `insert into activities (id, unit_id, kind, done_on, subject, quantity, responsible_sealed, at)
		values ('${newId()}', '${town.units.town}', '${kind}', '${on}', '写', 1, 'v1.x', 0)`;

	it('refuses an entry of a kind that is not there, or of a day on which it is not kept', async () => {
		await expect(run(entryOf('added-1'))).rejects.toThrow(/FOREIGN KEY/);
		await expect(run(entryOf('households'))).rejects.toThrow(/FOREIGN KEY/);
		await addKind();
		await run(entryOf('added-1'));
		await expect(run(entryOf('added-1', '2023-05-01'))).rejects.toThrow('refusal:kind-not-kept');
	});

	it('has no kind of half a form, of a measure for persons or households, or of another campaign, and deletes none', async () => {
		await addKind();
		const set = (what: string) => run(`update work_kinds set ${what} where id = 'added-1'`);
		for (const measure of ['people', 'households', 'person-times', 'cases', 'banquets'])
			await expect(set(`measure = '${measure}'`), measure).rejects.toThrow('work_kinds_measure');
		await expect(set("counts = 'people'")).rejects.toThrow('work_kinds_counts');
		await expect(set('definition = null')).rejects.toThrow('work_kinds_added');
		await expect(set("closed_from_on = '2023-01-01'")).rejects.toThrow('work_kinds_span');
		await expect(set("campaign = 'campaign-7'")).rejects.toThrow(/FOREIGN KEY/);
		await expect(run("update work_kinds set name = '标语', name_key = 'x' where id = 'slogan'")).rejects.toThrow(
			'work_kinds_added'
		);
		await expect(run('delete from work_kinds')).rejects.toThrow('never deleted');
		await expect(run('delete from campaigns')).rejects.toThrow('never deleted');
	});
});

describe('what was added', () => {
	it('costs no statement more than who runs the site, and shows at once where another process adds it', async () => {
		const others = await openDatabase(town.url);
		const other = actAs({ ...newTown(others, dataKey), now: () => town.ctx.now() }, town.as('zhou').actor);
		try {
			const read = async (ctx = town.ctx) => (await ctx.registry()).kinds.map(({ name }) => name);
			await town.ctx.rootUnit();
			const { value, statements } = await countRoundTrips(() => read());
			expect([value, statements]).toEqual([[], 0]);
			expect(await read(other)).toEqual([]);
			await addKind();
			expect([await read(), await read(other)]).toEqual([['健康教育专栏'], ['健康教育专栏']]);
			await renameIn(other);
			expect(await read()).toEqual(['健康专栏']);
		} finally {
			await others.$client.close();
		}
	});

	const renameIn = async (ctx: typeof town.ctx) => {
		const { correctWorkKind } = await import('../../../src/lib/server/activities/added-work');
		const kind = { ...boards, words: [], name: '健康专栏', closedFromOn: null };
		expect(await correctWorkKind(ctx, { id: newId(), kindId: 'added-1', ...kind })).toEqual({ ok: true });
	};

	it('is kept under a campaign that gets another name', async () => {
		await addSanitaryCampaign();
		const rename = (campaignId: 'campaign-1' | 'campaign-2') =>
			renameCampaign(town.as('zhou'), { id: newId(), campaignId, name: '卫生镇创建', nameEn: null });
		expect(await rename('campaign-2')).toEqual({ ok: false, refusal: 'campaign-unknown' });
		expect(await rename('campaign-1')).toEqual({ ok: true });
		expect((await town.ctx.registry()).campaigns).toEqual([{ id: 'campaign-1', name: '卫生镇创建', nameEn: null }]);
	});
});
