import { describe, expect, test } from 'vitest';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { listClosings } from '../../../src/lib/server/db/reviews/closings';
import { listUnexplained } from '../../../src/lib/server/db/reviews/late-records';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { accountOf, bring, textFile } from './import-files';
import { head, town, act, hosts, freshTown } from './messy-ledger';

freshTown();

describe('an import that is undone', () => {
	const file = () =>
		textFile([
			head,
			['1', '', '张三', '结婚', '2024-03-05', '12', '13800000001', '已办'],
			['2', '', '李四', '升学', '2024-08-05', '10', '', '']
		]);

	test('leaves every list and figure, stays readable, and the same file may come again', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', file());
		await landImport(liu, { id: act(), importId: id });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), { state: 'took-place' })).toBe(1);
		const undo = { id: act(), importId: id, reason: '传错了年份', keepsWorkedOn: false };
		expect(await undoImport(liu, undo)).toEqual({ ok: true });
		expect(await undoImport(liu, undo)).toEqual({ ok: true });
		const second = { ...undo, id: act(), reason: '传错了' };
		expect(await undoImport(town.as('zhou'), second)).toEqual({ ok: false, refusal: 'import-undone' });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(0);
		const { rows } = await town.ctx.db.$client.execute('select banquet_id, reason from banquet_removals');
		expect(rows).toHaveLength(2);
		expect((await findBanquet(town.ctx.db, String(rows[0]!.banquet_id)))!.removal).toMatchObject({
			reason: '传错了年份'
		});
		const again = await bring(liu, 'banquets', file());
		expect(await accountOf(town.ctx, again)).toEqual({ all: 2, new: 2 });
		expect(await landImport(liu, { id: act(), importId: again })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['张三', '李四']);
	});

	test('into closed months is asked about by month, and no more once it is undone', async () => {
		const zhou = town.as('zhou');
		for (const span of ['2024-03', '2024-08', '2024-09'])
			await closePeriod(zhou, {
				id: act(),
				snapshotId: act(),
				unitId: town.units.town,
				span,
				definitions: figureDefinitions
			});
		town.clock.advance(60_000);
		const liu = town.as('liu');
		const asked = () => listUnexplained(town.ctx.db, town.accounts.liu.id);
		const lines = [
			head,
			['1', '', '张三', '结婚', '2024-03-05', '12', '13800000001', '已办'],
			['2', '', '李四', '升学', '2024-08-05', '10', '13800000002', '已办'],
			['3', '', '王五', '结婚', '2024-08-15', '10', '13800000003', '已办']
		];
		const id = await bring(liu, 'banquets', textFile(lines));
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: true });
		expect((await asked()).map(({ verb, periods }) => [verb, periods])).toEqual([
			[
				'landImport',
				[
					{ fromOn: '2024-03-01', toOn: '2024-03-31', records: 1 },
					{ fromOn: '2024-08-01', toOn: '2024-08-31', records: 2 }
				]
			]
		]);
		town.clock.advance(60_000);
		const undo = { id: act(), importId: id, reason: '导错了', keepsWorkedOn: false };
		expect(await undoImport(liu, undo)).toEqual({ ok: true });
		expect(await asked()).toEqual([]);
		expect((await listClosings(town.ctx.db, town.units.town)).map(({ late }) => late)).toEqual([0, 0, 0]);
	});

	test('is stopped by a record that was worked on since, unless that one is kept', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', file());
		await landImport(liu, { id: act(), importId: id });
		const { rows } = await town.ctx.db.$client.execute("select id from banquets where occasion = 'school'");
		await recordOutcome(liu, {
			id: act(),
			banquetId: String(rows[0]!.id),
			outcome: 'cancelled',
			endedOn: '2024-08-01',
			tablesHeld: 0
		});
		const undo = { importId: id, reason: '重复' };
		expect(await undoImport(liu, { id: act(), ...undo, keepsWorkedOn: false })).toEqual({
			ok: false,
			refusal: 'import-worked-on'
		});
		expect(await hosts()).toHaveLength(2);
		expect(await undoImport(liu, { id: act(), ...undo, keepsWorkedOn: true })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['李四']);
		expect((await findImport(town.ctx.db, id))!.undo).toMatchObject({ removed: 1, kept: 1 });
	});
});
