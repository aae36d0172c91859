import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemo } from '../../drizzle/seed/demo';
import type { BuiltInFigureId } from '../../src/lib/domain/figures/figure';
import { actAs, type Context } from '../../src/lib/server/context';
import { openDatabase } from '../../src/lib/server/db/client';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { newTown } from './new-town';

/** The town's published year, `figures-2024`: the column "demo"; and what is counted beside it. */
export const published: Record<BuiltInFigureId, number> = {
	'banquets-held': 161,
	'banquets-dissuaded': 17,
	'banquets-declared': 176,
	'deployment-meetings': 24,
	'villagers-meetings': 34,
	'village-rule-studies': 49,
	'ideological-talks': 6,
	'micro-talks': 15,
	'lecture-attendance': 2067,
	'arts-performances': 7,
	'birthday-banquets': 21,
	'appeal-broadcasts': 206,
	slogans: 21,
	'caterer-inspections': 11,
	'media-reports': 32,
	'pledges-in-force': 1167,
	'pledges-signed': 1167,
	complaints: 0,
	'health-lectures': 42,
	'health-services': 12,
	'blood-and-checkups': 12,
	'blood-donations': 185,
	'blood-millilitres': 56_100,
	'first-time-donors': 83,
	'repeat-donors': 102,
	'martyr-tributes': 5,
	'defence-education': 7,
	'defence-films': 27,
	'defence-boards': 97,
	'clean-up-days': 11,
	'small-ads-removals': 6,
	'waste-sorting': 43,
	grids: 10,
	'grid-workers-full-time': 3,
	'grid-workers-part-time': 10,
	'grid-helpers': 83,
	warnings: 2,
	'disputes-received': 176,
	'disputes-settled': 174,
	calls: 134,
	'incidents-settled': 559,
	'incidents-settled-grid': 412,
	'incidents-settled-village': 118,
	'incidents-settled-town': 29,
	'incidents-overdue': 0,
	// Of the campaigns, not of the published year.
	'elders-hosted': 115,
	'cakes-delivered': 44
};

/** The same of the kinds of work that the town added, by their names. */
export const publishedOfAdded: Record<string, number> = {
	健康教育专栏: 12,
	创卫固定标语: 32,
	'“门前三包”海报': 50,
	创卫广播: 204,
	现场纠正不文明行为: 33,
	垃圾分类投放点: 63,
	垃圾分类海报: 2060,
	乡村文化活动: 3,
	平安建设专题会议: 45,
	平安宣传进校园: 12,
	巡防巡逻: 24,
	未成年人保护驿站: 6,
	食品药品安全巡查: 5,
	修订村规民约: 4,
	上平台核心业务: 26,
	平台目标管理: 69,
	平台问题管控: 2,
	平台工作任务: 407,
	平台KPI指标: 45
};

/** The demo as it is loaded on a day (YYYY-MM-DD), in a file of its own. */
export async function openDemo(today: string): Promise<{ ctx: Context; close(): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-demo-'));
	const db = await openDatabase(`file:${join(folder, 'demo.db')}`);
	await migrateDatabase(db, 'drizzle');
	const ctx = actAs(newTown(db, new Uint8Array(32).fill(9)), { kind: 'visitor' });
	const began = performance.now();
	await loadDemo(ctx, today);
	const seconds = (performance.now() - began) / 1000;
	const { rows } = await db.$client.execute('select count(*) as n from audit_entries');
	console.info(`the demo of ${today}: ${rows[0]!.n} acts in ${seconds.toFixed(1)} s`);
	return {
		ctx,
		async close() {
			await db.$client.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
