import { afterEach, beforeEach } from 'vitest';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { openHost } from '../../../src/lib/server/banquets/host';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const act = () => town.ctx.newId();

/** The headings of a ledger of banquets. */
export const head = ['序号', '组', '户主', '事由', '办酒时间', '桌数', '联系电话', '办理情况'];

/** The hosts of all banquets in the ledger, in the order of their names. */
export async function hosts(): Promise<string[]> {
	const { rows } = await town.ctx.db.$client.execute('select id from banquets where is_removed = 0');
	const found = await Promise.all(rows.map(({ id }) => findBanquet(town.ctx.db, String(id))));
	return found.map((one) => openHost(town.ctx, one!.banquet).hostName).sort();
}

/** A ledger with a row of another village, and days without a year. */
export const unfinished = [
	['村', ...head.slice(2)],
	['三星村', '张三', '结婚', '3月5日', '12', '', ''],
	['河沙村', '李四', '结婚', '3月6日', '12', '', '']
];

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
