import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { BuiltInFigureId, FigureId } from '../../src/lib/domain/figures/figure';
import { actAs, type Context } from '../../src/lib/server/context';
import { readReportText } from '../../src/lib/domain/reviews/report-text';
import { printReport } from '../../src/lib/domain/reviews/printed-report';
import { textOf } from '../../src/lib/domain/reviews/printed-report';
import { findReportOf } from '../../src/lib/server/db/reviews/reports';
import { findDraft } from '../../src/lib/server/db/reviews/report-drafts';
import { toReportFile } from '../../src/lib/server/reviews/report-file';
import { readingsOfDraft } from '../../src/lib/server/reviews/report-readings';
import { verifyTown } from '../../src/lib/server/reviews/verify';
import { isBad } from '../../src/lib/server/reviews/finding';
import { readWithOffice } from './ledgers/office';
import { openDemo, published, publishedOfAdded } from './demo-town';
import { reportingPeriods } from '../../src/lib/domain/calendar/reporting-period';
import { listReportedMonths, listZeroMonths } from '../../src/lib/server/db/figures/coverage';
import { readFigures } from '../../src/lib/server/figures/figures';
import { erasePersonalData } from '../../src/lib/server/people/retention';

const today = '2026-03-02';
let demo: Awaited<ReturnType<typeof openDemo>>;
let ctx: Context;
let figures: Awaited<ReturnType<typeof readFigures>>;

beforeAll(async () => {
	demo = await openDemo(today);
	({ ctx } = demo);
	figures = await figuresOf(2024);
	added = new Map((await ctx.registry()).kinds.map(({ id, name }) => [id, name]));
}, 300_000);
afterAll(() => demo?.close());

const figuresOf = async (year: number) =>
	readFigures(ctx, { scope: (await ctx.rootUnit())!.id, periods: reportingPeriods(year, today) });

/** `figures-2024` as the town printed it, each beside what it counts. */
const printed = [
	'办宴数量较去年减少240余场，下降了60%',
	'劝停“无事酒”17起',
	'村社干部工作会24场次',
	'村民大会34场次',
	'村民自治章程49场次',
	'思政宣讲6场次',
	'微宣讲15场次',
	'下基层7场次',
	'老人集体生日宴21场次',
	'《文明操办宴席倡议书》200余次',
	'宣传标语21幅',
	'食品安全等情况11场次',
	'采访报道30余次',
	'“零”举报',
	'健康讲座42场次',
	'到村社活动10余次',
	'残疾人体检等活动10余次',
	'清明祭英烈活动5场次',
	'主题活动7场次',
	'展映活动27场次',
	'国防教育展牌97处',
	'大扫除11场次',
	'清除“牛皮癣”6场次',
	'垃圾分类宣传活动40余次',
	'10个网格',
	'专职网格员3名',
	'兼职网格员10名',
	'“N力量”83名',
	'警示教育2次',
	'布置健康教育专栏12块，设置创卫固定大、小宣传标语30余处，粘贴“门前三包”等海报50张',
	'倡议书》广播200余次，现场纠正乱扔乱倒、乱搭乱建、乱堆乱摆、乱停乱放等行为30余次',
	'新增垃圾分类投放点60余处，发放垃圾分类宣传海报2000余份，举办三星村中国年等乡村文化主题活动3场次',
	'召开专题会议45次，开展入校宣传活动12次，巡防巡逻20余次，建成“杜鹃花开”未成年人保护驿站6个',
	'食品药品安全巡查5次',
	'重新修订村规民约4份',
	'核心业务26项，目标管理69项，问题管控2个，工作任务407项，明确KPI指标45项',
	'矛盾纠纷176件次，化解174件次，化解率98.9%',
	'“民呼我为”事件134件',
	'三级联动解决事件559件，无一件逾期'
];
const printedFigures: FigureId[] = [
	...(['banquets-held', 'banquets-dissuaded', 'deployment-meetings', 'villagers-meetings'] as const),
	...(['village-rule-studies', 'ideological-talks', 'micro-talks', 'arts-performances', 'birthday-banquets'] as const),
	...(['appeal-broadcasts', 'slogans', 'caterer-inspections', 'media-reports', 'complaints'] as const),
	...(['health-lectures', 'health-services', 'blood-and-checkups', 'martyr-tributes', 'defence-education'] as const),
	...(['defence-films', 'defence-boards', 'clean-up-days', 'small-ads-removals', 'waste-sorting', 'grids'] as const),
	...(['grid-workers-full-time', 'grid-workers-part-time', 'grid-helpers', 'warnings'] as const),
	...(['disputes-received', 'disputes-settled', 'calls', 'incidents-settled', 'incidents-overdue'] as const)
];
/** The kinds that the town added, by the ids of their figures. */
let added: Map<FigureId, string>;
const expected = (id: FigureId) => publishedOfAdded[added.get(id) ?? ''] ?? published[id as BuiltInFigureId];

describe('the demo town', () => {
	for (const [id, value] of Object.entries(published)) {
		it(`counts ${value} for ${id} in 2024`, () => {
			expect(figures.find((figure) => figure.id === id)?.value).toBe(value);
		});
	}

	it.each(Object.entries(publishedOfAdded))('counts for %s, a kind that the town added, %d in 2024', (name, value) => {
		const id = [...added].find((one) => one[1] === name)![0];
		expect(figures.find((figure) => figure.id === id)).toMatchObject({ value, previous: null });
	});

	it('counts 403 banquets held in 2023, so 2024 fell by 60.0 %', () => {
		expect(figures[0]).toMatchObject({ id: 'banquets-held', value: 161, previous: 403, changeRate: -60 });
	});

	it('lists every published figure and no other', () => {
		expect(figures.map(({ id }) => id).sort()).toEqual([...Object.keys(published), ...added.keys()].sort());
		expect([...added.values()].sort()).toEqual(Object.keys(publishedOfAdded).sort());
	});

	it('prints every published figure in its review of 2024, as the town printed it, and LibreOffice reads them', async () => {
		const root = (await ctx.rootUnit())!;
		const { report, publication } = (await findReportOf(ctx.db, root.id, 2024))!;
		expect(publication?.withdrawnAt).toBeNull();
		const { draft, figures } = (await findDraft(ctx.db, report.id))!;
		const facts = { year: 2024, unitName: root.name, readings: readingsOfDraft(figures) };
		const lines = printReport(readReportText(draft.body, await ctx.registry()), facts);
		const text = lines.map(textOf).join('\n');
		for (const phrase of printed) expect(text).toContain(phrase);
		expect(figures.map(({ figure }) => figure).sort()).toEqual([...printedFigures, ...added.keys()].sort());
		expect(text).not.toContain('（没有数据）');
		const title = '太平场镇2024年年度回眸';
		const read = await readWithOffice(await toReportFile({ lines, title, creator: root.name }));
		for (const phrase of printed) expect(read).toContain(phrase);
	}, 180_000);

	it('has every figure in 2025 that 2024 has, at a like level, and in the running year', async () => {
		const [now, running] = [await figuresOf(2025), await figuresOf(2026)];
		for (const { id, value } of now) {
			const before = expected(id);
			expect(value, id).not.toBeNull();
			// In 2024 nearly all households signed.
			if (id !== 'pledges-signed') expect(Math.abs(value! - before), id).toBeLessThanOrEqual(Math.ceil(before * 0.3));
		}
		const open = running.filter(({ known }) => known.state !== 'known');
		const isAdded = ({ id }: { id: string }) => id.startsWith('added-');
		// 河沙村 has not reported its health services of February.
		expect(open.filter((figure) => !isAdded(figure))).toMatchObject([
			{ id: 'health-services', value: null, known: { state: 'part', to: '2026-01' } }
		]);
		// Of what the town added, a year is known from its first entry on.
		expect(open.filter(isAdded).map(({ value, known }) => [value, known.state])).toEqual(
			open.filter(isAdded).map(() => [null, 'unknown'])
		);
		expect(running[0]!.value).toBeGreaterThan(30);
	});

	it('knows of every village in every month that is closed whether there were banquets, dissuasions and complaints', async () => {
		const months = Array.from({ length: 37 }, (_, nth) => addMonths('2023-01-01', nth).slice(0, 7));
		const villages = await ctx.db.$client.execute(`select id, name from units where kind in ('village', 'community')`);
		const root = (await ctx.rootUnit())!.id;
		const ids = villages.rows.map(({ id }) => String(id));
		const period = { fromOn: '2023-01-01', toOn: '2026-01-31' };
		const recordsOf = await listReportedMonths(ctx.db, ids, period);
		const zeroOf = await listZeroMonths(ctx.db, [...ids, root], period);
		for (const ledger of ['banquet', 'dissuasion', 'complaint'] as const)
			for (const id of ids)
				for (const month of months) {
					const isKnown = recordsOf(ledger, id, month) > 0 || zeroOf(ledger, id, month) || zeroOf(ledger, root, month);
					expect(isKnown, `${ledger} ${id} ${month}`).toBeTruthy();
				}
	});

	it('has no month checked as zero in which an entry waits', async () => {
		const { rows } = await ctx.db.$client.execute(`select w.ledger, w.on_date from waiting_entries w
			join unit_closure c on c.descendant_id = w.unit_id join activities z on z.unit_id = c.ancestor_id
				and z.zero_kind = w.ledger and z.zero_month = substr(w.on_date, 1, 7) and z.is_removed = 0`);
		expect(rows).toEqual([]);
	});

	it('wrote nothing down after the day it is loaded on, but that it is loaded', async () => {
		const { rows } = await ctx.db.$client.execute({
			sql: `select verb, count(*) as n from audit_entries where at >= ? group by 1`,
			args: [instantOf(addDays(today, 1), '00:00')]
		});
		expect(rows.map(({ verb }) => verb).toSorted()).toEqual(['beginDemo', 'finishDemo']);
	});

	it('is verified: every snapshot and the published review follow from the records', async () => {
		const findings = await verifyTown(ctx.db);
		expect(findings.filter(isBad)).toEqual([]);
		// 2023 twice, 2024, 2025 and January 2026.
		expect(findings.filter(({ kind }) => kind === 'snapshot')).toHaveLength(5);
		expect(findings.filter(({ is }) => is === 'revised')).toMatchObject([{ figure: 'slogans' }]);
	});

	it('left an audit entry for every sign-up, banquet and event that did not come with an import', async () => {
		for (const [table, verb] of [
			['signups', `'signUp', 'walkIn'`],
			['banquets', `'declareBanquet', 'declareOwnBanquet'`],
			['events', `'createEvent'`]
		]) {
			const { rows } = await ctx.db.$client.execute(
				`select (select count(*) from ${table} where id not in (select record_id from import_records)) as records,
					(select count(*) from audit_entries where verb in (${verb})) as entries`
			);
			expect(rows[0]!.entries, table).toBe(rows[0]!.records);
			expect(Number(rows[0]!.records)).toBeGreaterThan(100);
		}
	});

	it('names people who read as invented, sealed in the file', async () => {
		const { rows } = await ctx.db.$client.execute('select id, host_name_sealed as name from banquets limit 50');
		for (const row of rows) {
			expect(String(row.name)).toMatch(/^v1\./);
			expect(ctx.keys.open(String(row.name), 'banquets.host-name', String(row.id))).toMatch(
				/^.[甲乙丙丁戊己庚辛壬癸][一二三四五六七八九十]$/u
			);
		}
	});

	it('is the same town every time: a change of the demo changes this digest', async () => {
		const digest = createHash('sha256');
		for (const query of [
			'select id, occasion, planned_on, unit_id, code from banquets order by id',
			'select id, status, seq, party_size, code from signups order by id',
			'select id, kind, done_on, quantity from activities order by id',
			'select kind, level, unit_id, received_on, due_on, settled_on from cases order by 4, 1, 2, 3, 5, 6'
		]) {
			const { rows } = await ctx.db.$client.execute(query);
			for (const row of rows) digest.update(JSON.stringify(row));
		}
		expect(digest.digest('hex')).toBe('b399153f8577a1ed55a9d021a67ef8fb3409141838517393a03828c76250f3c5');
	});

	it('counts the same once the names of both years are erased', async () => {
		const counts = async () => {
			const { rows } = await ctx.db.$client.execute(
				'select slot_id, status, party_size, village_id from signups order by id'
			);
			const root = (await ctx.rootUnit())!.id;
			return [JSON.stringify(rows), await readFigures(ctx, { scope: root, periods: reportingPeriods(2024, today) })];
		};
		const before = await counts();
		const system = actAs({ ...ctx, now: () => instantOf(today, '12:00') }, { kind: 'system' });
		expect(await erasePersonalData(system)).toBeGreaterThan(500);
		expect(await counts()).toEqual(before);
		const { rows } = await ctx.db.$client.execute(`select count(*) as n from signups where name_sealed <> 'erased'`);
		expect(Number(rows[0]!.n), 'those of the coming weeks stay').toBeGreaterThan(20);
	});
});
