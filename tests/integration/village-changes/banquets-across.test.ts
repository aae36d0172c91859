import { expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { correctOutcome } from '../../../src/lib/server/banquets/outcome-corrections';
import { askFigure } from '../../../src/lib/server/db/figures/counted-parts';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readSums } from '../../../src/lib/server/db/figures/figure-sums';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import { newBanquet } from '../banquets/new-banquet';
import { freshTown, id, ledger, town } from '../releases/release-town';
import { merge, outside } from './backdated-town';
import { column } from './split-town';

freshTown();

const declare = async (over: object) => {
	const answer = await declareBanquet(town.as('zhou'), newBanquet(town, { declaredOn: '2026-01-02', ...over }));
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
};
const ended = (banquetId: string, endedOn: string) => ({
	...{ id: id(), banquetId, outcome: 'held' as const, endedOn, tablesHeld: 20 }
});
const held = async (unitId: string) =>
	(await readSums(town.ctx.db, unitId, [askFigure({ from: 'banquets-held' }, yearBounds(2026))]))[0];
const unitOf = async (banquetId: string) =>
	(await column(`select name from units where id = (select unit_id from banquets where id = '${banquetId}')`))[0];
const right = async () => [await listCountDifferences(town.ctx.db), await outside()];

test('a banquet planned before a merger and held after it is of the new village, and goes back where its day does', async () => {
	const banquetId = await declare({ plannedOn: '2026-01-28' });
	const own = id();
	await merge({ id: own });
	expect(await unitOf(banquetId)).toBe('三星村');
	expect(await recordOutcome(town.as('zhou'), ended(banquetId, '2026-02-05'))).toEqual({ ok: true });
	expect([await unitOf(banquetId), await held(own), await held(town.units.sanxing)]).toEqual(['三河村', 1, 0]);
	expect(await right()).toEqual([[], []]);
	const correction = { ...ended(banquetId, '2026-01-28'), reason: '写错了' };
	expect(await correctOutcome(town.as('zhou'), correction)).toEqual({ ok: true });
	expect([await unitOf(banquetId), await held(town.units.sanxing)]).toEqual(['三星村', 1]);
	expect(await right()).toEqual([[], []]);
});

test('one of a group goes to the group that took its place, also after two mergers', async () => {
	const unitId = town.units.sanxingGroup1;
	const banquetId = await declare({ unitId, plannedOn: '2026-01-28' });
	const own = id();
	await merge({ id: own });
	const again = { kind: 'village', name: '三河中村', onDate: '2026-02-10', note: '合并' } as const;
	const villageIds = [own, town.units.zhongba];
	expect(await mergeVillages(town.as('zhou'), { id: id(), villageIds, ...again })).toEqual({ ok: true });
	expect(await recordOutcome(town.as('zhou'), ended(banquetId, '2026-02-20'))).toEqual({ ok: true });
	expect(
		await column(`select p.name from banquets b join units u on u.id = b.unit_id join units p on p.id = u.parent_id`)
	).toEqual(['三河中村']);
	expect(await right()).toEqual([[], []]);
});

test('one planned for after the merger and held before it is of the village that it was declared in', async () => {
	const banquetId = await declare({ unitId: town.units.hesha, plannedOn: '2026-02-03' });
	await merge();
	expect(await unitOf(banquetId)).toBe('三河村');
	expect(await recordOutcome(town.as('zhou'), ended(banquetId, '2026-01-30'))).toEqual({ ok: true });
	expect(await unitOf(banquetId)).toBe('河沙村');
	expect(await right()).toEqual([[], []]);
});

test('a month that the new village checked as zero has none', async () => {
	const banquetId = await declare({ plannedOn: '2026-01-28' });
	await merge();
	const zero = { zeroMonth: '2026-02', zeroKind: 'banquet' } as const;
	await ledger.activity('checked-zero', 'town', '2026-03-01', zero);
	expect(await recordOutcome(town.as('zhou'), ended(banquetId, '2026-02-05'))).toEqual({
		ok: false,
		refusal: 'month-checked-zero'
	});
});
