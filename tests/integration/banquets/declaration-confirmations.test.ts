import { describe, expect, it } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readSums } from '../../../src/lib/server/db/figures/figure-sums';
import {
	countUnconfirmedDeclarations,
	listUnconfirmedDeclarations
} from '../../../src/lib/server/db/banquets/declaration-confirmations';
import { villageRules } from '../../../src/lib/server/db/schema/banquets/village-rules';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { confirmDeclarations } from '../../../src/lib/server/banquets/declaration-confirmations';
import { callOffOwnBanquet, correctOwnBanquet } from '../../../src/lib/server/banquets/household-corrections';
import { recordVisit } from '../../../src/lib/server/banquets/visits';
import { askSavedTables } from '../../../src/lib/server/db/figures/saved-tables';
import { sumSaved } from '../../../src/lib/server/figures/saved-sum';
import { declare, freshTown, own, town } from './declaring-household';

freshTown();

const id = () => town.ctx.newId();
const priced = () =>
	town.ctx.db.insert(villageRules).values({
		unitId: town.units.town,
		fromOn: '2020-01-01',
		noticeDays: 10,
		tablesPerMeal: 20,
		pricePerTable: 500,
		at: 0
	});
const saved = async () =>
	sumSaved(await askSavedTables(town.ctx.db, town.units.town, { fromOn: '2026-01-01', toOn: '2026-12-31' }));
const declared = async () => {
	const period = { fromOn: '2026-01-01', toOn: '2026-12-31' };
	const of = [{ measure: 'banquets-declared', by: 'records' }] as const;
	return (await readSums(town.ctx.db, town.units.town, [{ of, period }]))[0];
};
const waiting = () => countUnconfirmedDeclarations(town.ctx.db, town.units.town);
const callOff = (banquetId: string) => callOffOwnBanquet(town.visitor, { id: id(), banquetId });
const confirm = (chosen: string[], by: 'liu' | 'he' | 'wu' | 'mei' = 'liu') =>
	confirmDeclarations(town.as(by as 'liu'), { id: id(), chosen });
const isTrue = async () => expect(await listCountDifferences(town.ctx.db)).toEqual([]);

describe('a household’s own declaration', () => {
	it('that a stranger makes and calls off moves no figure: 500 tables are not 250,000 yuan', async () => {
		await priced();
		expect(await readLedgerStarts(town.ctx.db)).toMatchObject({ declarations: null });
		const banquetId = await declare({ meals: 3, tablesPlanned: 500 });
		expect(await callOff(banquetId)).toEqual({ ok: true });
		expect(await saved()).toBeNull();
		expect(await declared()).toBe(0);
		expect(await readLedgerStarts(town.ctx.db)).toMatchObject({ declarations: null });
		expect(await waiting()).toBe(1);
		await isTrue();
	});

	it('counts once a cadre confirmed it, many with one act; what is called off then was saved', async () => {
		await priced();
		const first = await declare({ tablesPlanned: 30 });
		const second = await declare({ hostPhone: '13800000002', tablesPlanned: 10 });
		expect(await confirm([first, second])).toEqual({ ok: true });
		expect([await declared(), await waiting()]).toEqual([2, 0]);
		await callOff(first);
		expect(await saved()).toEqual({ banquets: 1, yuan: 15_000 });
		await isTrue();
	});

	it('confirmed after it was called off counts as declared and saves nothing', async () => {
		await priced();
		const banquetId = await declare();
		await callOff(banquetId);
		await confirm([banquetId]);
		expect([await declared(), await saved()]).toEqual([1, null]);
		await isTrue();
	});

	it('saves no more tables than were confirmed, whatever the household makes of them later', async () => {
		await priced();
		const banquetId = await declare({ tablesPlanned: 20 });
		await confirm([banquetId]);
		const size = { plannedOn: '2026-03-22', meals: 3, venue: '', caterer: '' };
		const correct = (tablesPlanned: number) =>
			correctOwnBanquet(town.visitor, { id: id(), banquetId, ...size, tablesPlanned });
		expect(await correct(180)).toEqual({ ok: true });
		expect(await declared()).toBe(1);
		await callOff(banquetId);
		expect(await saved()).toMatchObject({ yuan: 10_000 });
		await isTrue();
	});

	it('is confirmed by a visit, and by the outcome that a cadre records, which saves nothing by itself', async () => {
		await priced();
		const visited = await declare({ tablesPlanned: 12 });
		await recordVisit(town.as('liu'), { id: id(), banquetId: visited, wentOn: '2026-03-02', note: '' });
		await callOff(visited);
		const ended = await declare({ hostPhone: '13800000002', plannedOn: '2026-03-01', tablesPlanned: 300 });
		const outcome = { outcome: 'reduced', endedOn: '2026-03-01', tablesHeld: 8 } as const;
		await recordOutcome(town.as('liu'), { id: id(), banquetId: ended, ...outcome });
		expect([await declared(), await waiting()]).toEqual([2, 0]);
		expect(await saved()).toMatchObject({ yuan: 6_000 });
		await isTrue();
	});

	it('is confirmed by staff of its unit alone', async () => {
		const [ours, theirs] = [await declare(), await declare({ unitId: town.units.hesha, hostPhone: '13800000003' })];
		const stranger = actAs(town.ctx, { kind: 'visitor' });
		const refused = { ok: false, refusal: 'not-your-unit' };
		expect(await confirmDeclarations(stranger, { id: id(), chosen: [ours] })).toEqual(refused);
		expect(await confirmDeclarations(town.as('mei'), { id: id(), chosen: [ours] })).toEqual(refused);
		expect(await confirm([ours, theirs])).toEqual(refused);
		expect(await confirm([town.ctx.newId()])).toEqual(refused);
		expect(await declared()).toBe(0);
		const page = await listUnconfirmedDeclarations(town.ctx.db, town.units.sanxing, { most: 50 });
		expect(page.rows.map((row) => row.id)).toEqual([ours]);
	});

	it('that was struck out waits no more, and the same form again changes nothing', async () => {
		const banquetId = await declare();
		const act = { id: id(), chosen: [banquetId] };
		for (let nth = 0; nth < 2; nth++) expect(await confirmDeclarations(town.as('liu'), act)).toEqual({ ok: true });
		expect(await declared()).toBe(1);
		const untrue = await declare(own({ hostPhone: '13800000004' }));
		await removeBanquet(town.as('liu'), { id: id(), banquetId: untrue, reason: '查无此户' });
		expect(await waiting()).toBe(0);
		expect(await confirm([untrue])).toEqual({ ok: true });
		expect(await declared()).toBe(1);
		await isTrue();
	});
});
