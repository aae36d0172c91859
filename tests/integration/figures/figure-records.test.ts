import { describe, expect, it } from 'vitest';
import { figures, type FigureSource } from '../../../src/lib/domain/figures/figure';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { listFigureRecords, type FigureRecord } from '../../../src/lib/server/db/figures/figure-records';
import type { Cursor } from '../../../src/lib/server/db/keyset';
import type { TestUnit } from '../cast';
import { fillExamples } from './counted-examples';
import { town, ledger, times, read, freshTown } from './figure-ledger';

freshTown();

describe('the records behind a figure', () => {
	const list = (source: FigureSource, unit: TestUnit = 'town', cursor?: Cursor) =>
		listFigureRecords(town.ctx.db, town.units[unit], source, yearBounds(2024), cursor);

	it.each(figures.map(({ id, source }) => ({ id, source: source as FigureSource })))(
		'add up to the figure: $id',
		async ({ id, source }) => {
			await fillExamples(source);
			const { rows, recordCount, total } = await list(source);
			const isQuantity = source.from === 'activities' && source.counts === 'quantity';
			const isVolume = source.from === 'donations' && source.counts === 'millilitres';
			expect(total).toBe(isQuantity ? 12 : isVolume ? 1200 : source.from === 'lecture-attendance' ? 60 : 3);
			const scope = source.from === 'complaints' ? 'sanxing' : 'town';
			expect(await read(id, { unit: scope })).toMatchObject({ value: total });
			expect(rows).toHaveLength(recordCount);
			expect(recordCount).toBe(source.from === 'complaints' ? 14 : 3);
			expect(rows.reduce((sum, { counts }) => sum + counts, 0)).toBe(total);
			expect((await list(source, 'hesha')).rows).toEqual([]);
		}
	);

	it('come in pages of fifty, the newest first, each record once', async () => {
		await times(60, () => ledger.activity('slogan', 'sanxing', '2024-05-01'));
		await times(60, () => ledger.activity('slogan', 'sanxing', '2024-06-01'));
		const source: FigureSource = { from: 'activities', kinds: ['slogan'], counts: 'quantity' };
		const seen: FigureRecord[] = [];
		const pages: FigureRecord[][] = [];
		const keyOf = ({ on, id }: FigureRecord) => ({ key: on, id });
		for (let cursor: Cursor | undefined; ;) {
			const { rows, hasBelow, total } = await list(source, 'town', cursor);
			expect(total).toBe(120);
			pages.push(rows);
			seen.push(...rows);
			if (!hasBelow) break;
			cursor = { below: keyOf(rows.at(-1)!) };
		}
		expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
		expect(seen[0]!.on).toBe('2024-06-01');
		expect(seen.at(-1)!.on).toBe('2024-05-01');
		const back = await list(source, 'town', { above: keyOf(pages[1]![0]!) });
		expect(back.rows).toEqual(pages[0]);
		expect(back.hasAbove).toBe(false);
	});

	it('of a dissuasion lead to its banquet, in the village of the household', async () => {
		const { banquetId } = await ledger.dissuasion('sanxing', '2024-05-01');
		const { rows } = await list({ from: 'banquets-dissuaded' });
		expect(rows[0]).toMatchObject({ type: 'dissuasion', subjectId: banquetId, unitName: '三星村', on: '2024-05-01' });
	});
});
