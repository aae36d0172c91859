import { expect, test } from 'vitest';
import { listLateRecords, listUnexplained } from '../../../src/lib/server/db/reviews/late-records';
import { bad } from '../reviews/closing-town';
import { closeWell, freshTown, ledger, town } from '../releases/release-town';
import { merge } from './backdated-town';
import { splitUp } from './split-town';

freshTown();

const unexplained = () => listUnexplained(town.ctx.db, town.accounts.zhou.id);

test('a merger or a split of a day in a closed period is its own reason', async () => {
	await ledger.member(await ledger.grid('sanxing', '2025-01-01'), 'full-time', '2025-01-01');
	await ledger.activity('slogan', 'sanxing', '2026-01-20');
	await ledger.activity('slogan', 'qiaotou', '2026-01-20');
	const closingId = await closeWell('2026-01');
	expect(await merge({ onDate: '2026-01-16' })).toEqual({ ok: true });
	const late = await listLateRecords(town.ctx.db, closingId);
	expect(late.length).toBeGreaterThan(0);
	expect(new Set(late.map(({ reason }) => reason))).toEqual(new Set(['两村合并']));
	expect(await unexplained()).toEqual([]);
	expect(await bad()).toEqual([]);
});

test('people in charge of a grid who go over with it on the day after a closed period are no change of it', async () => {
	await ledger.member(await ledger.grid('sanxing', '2025-01-01'), 'full-time', '2025-01-01');
	const closingId = await closeWell('2026-01');
	await splitUp();
	expect(await listLateRecords(town.ctx.db, closingId)).toEqual([]);
	expect(await unexplained()).toEqual([]);
	expect(await bad()).toEqual([]);
});
