import { describe, expect, it } from 'vitest';
import { removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { compareSnapshots } from '../../../src/lib/server/reviews/snapshot-comparison';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { findLatestSnapshot } from '../../../src/lib/server/db/reviews/snapshots';
import { listLateRecords } from '../../../src/lib/server/db/reviews/late-records';
import { id, enter, close, closed, ledger, town, period, definitions, bad, freshTown } from './closing-town';

freshTown();

describe('a further snapshot', () => {
	it('counts what came late; the two are shown side by side with the records that came and went', async () => {
		const [kept, gone, came] = [id(), id(), id()];
		await enter('liu', 'sanxing', '2024-05-01', { id: kept });
		await enter('liu', 'sanxing', '2024-05-02', { id: gone });
		await enter('liu', 'sanxing', '2024-06-01', { kind: 'slogan' });
		await ledger.reportRest(2024);
		const { closingId } = await close();
		const first = (await findLatestSnapshot(town.ctx.db, town.units.town, period))!.snapshot;
		town.clock.advance(60_000);
		await removeActivity(town.as('liu'), { id: id(), activityId: gone, reason: '登记重了' });
		await enter('liu', 'sanxing', '2024-07-01', { id: came, kind: 'slogan' });
		const command = { id: id(), closingId, reason: '补记标语', definitions };
		expect(await takeSnapshot(town.as('liu'), command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: true });
		const { figures } = (await compareSnapshots(town.ctx, first.id, command.id))!;
		expect(figures).toMatchObject([
			{ figure: 'villagers-meetings', before: 2, after: 1, came: [], went: [{ id: gone }] },
			{ figure: 'slogans', before: 3, after: 6, came: [{ id: came, counts: 3 }], went: [] }
		]);
		expect((await closed())?.revisions).toEqual([]);
		expect(await bad()).toEqual([]);
	});

	it('of an unknown closing is refused', async () => {
		const command = { id: id(), closingId: id(), reason: 'x', definitions };
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: false, refusal: 'closing-unknown' });
	});

	it('is counted again when an act is written while it counts, and never taken from two moments', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		const racing = Array.from({ length: 6 }, () => enter('liu', 'sanxing', '2024-05-02'));
		const [{ result, closingId }] = await Promise.all([close(), ...racing]);
		expect(['ok', 'records-moved-on']).toContain(result.ok ? 'ok' : result.refusal);
		if (!result.ok) return;
		// What the snapshot holds and what was noted late together are all seven.
		const late = await listLateRecords(town.ctx.db, closingId);
		const { rows } = await town.ctx.db.$client.execute(
			"select value from snapshot_figures where figure = 'villagers-meetings'"
		);
		expect(Number(rows[0]!.value) + late.length).toBe(7);
		expect(await bad()).toEqual([]);
	});
});
