import { describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { figures, type FigureSource } from '../../../src/lib/domain/figures/figure';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { listFigureRecords, type FigureRecord } from '../../../src/lib/server/db/figures/figure-records';
import type { Cursor } from '../../../src/lib/server/db/keyset';
import { banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import type { TestUnit } from '../cast';
import { town, ledger, times, read, freshTown } from './figure-ledger';

freshTown();

describe('the records behind a figure', () => {
	const list = (source: FigureSource, unit: TestUnit = 'town', cursor?: Cursor) =>
		listFigureRecords(town.ctx.db, town.units[unit], source, yearBounds(2024), cursor);

	/** Three records that count, and some that do not. */
	async function fill(source: FigureSource) {
		switch (source.from) {
			case 'banquets-held':
				for (const outcome of ['held', 'reduced', 'held', 'family-meal', 'cancelled'] as const)
					await ledger.banquet('sanxing', '2024-05-01', outcome);
				return ledger.banquet('sanxing', '2025-01-01');
			case 'banquets-declared':
				for (const outcome of ['held', 'cancelled', null] as const)
					await ledger.banquet('sanxing', '2024-05-01', outcome);
				await town.ctx.db
					.update(banquets)
					.set({ origin: 'found' })
					.where(eq(banquets.id, await ledger.banquet('sanxing', '2024-05-01')));
				return ledger.banquet('sanxing', '2025-01-01');
			case 'banquets-dissuaded':
				await times(3, () => ledger.dissuasion('sanxing', '2024-05-01'));
				return ledger.dissuasion('sanxing', '2024-05-01', { confirmed: false });
			case 'activities':
				await times(3, () => ledger.activity(source.kinds[0]!, 'sanxing', '2024-05-01', { quantity: 4 }));
				return ledger.activity(source.kinds[0]!, 'sanxing', '2024-05-01', { removed: true });
			case 'events':
				await times(3, () =>
					ledger.event(source.kind, 'sanxing', '2024-12-31', { topic: source.topic, time: '23:00' })
				);
				await ledger.event('meeting', 'sanxing', '2024-05-01');
				return ledger.event(source.kind, 'sanxing', '2024-05-01', { topic: source.topic, completed: false });
			case 'lecture-attendance':
				await times(3, () => ledger.event('lecture', 'sanxing', '2024-12-31', { topic: 'micro-talk', time: '23:00' }));
				await ledger.event('performance', 'sanxing', '2024-05-01');
				return ledger.event('lecture', 'sanxing', '2024-05-01', { topic: 'health', completed: false });
			case 'pledges-in-force':
			case 'pledges-signed':
				await times(3, () => ledger.pledge('sanxing', '2024-12-31', { withdrawnOn: '2025-01-01' }));
				await ledger.pledge('sanxing', '2024-05-01', { withdrawnOn: '2024-12-31' });
				await ledger.pledge('sanxing', '2024-05-01', { audience: 'party-member' });
				return ledger.pledge('sanxing', '2025-01-01');
			case 'complaints':
				for (let month = 1; month <= 12; month++) {
					if (month === 5) continue;
					const zeroMonth = `2024-${String(month).padStart(2, '0')}`;
					await ledger.activity('checked-zero', 'sanxing', `${zeroMonth}-28`, { zeroMonth });
				}
				return times(3, () => ledger.activity('complaint', 'sanxing', '2024-05-01'));
			case 'blood-and-checkups':
				await ledger.event('blood-drive', 'sanxing', '2024-05-01');
				return times(2, () => ledger.activity('disability-check-up', 'sanxing', '2024-05-02'));
			case 'birthday-guests':
				await times(3, () => ledger.birthdayGuest('sanxing', '2024-05-01', source.result));
				await ledger.birthdayGuest('sanxing', '2024-05-01', source.result, false);
				return ledger.birthdayGuest('sanxing', '2024-05-01', 'absent');
			case 'donations': {
				const drive = async (isFirst: boolean, completed = true) => {
					const { id } = await ledger.event('blood-drive', 'sanxing', '2024-05-01', { completed });
					await ledger.donation(id, isFirst);
				};
				await times(3, () => drive(source.counts === 'firstTime'));
				await ledger.event('blood-drive', 'sanxing', '2024-05-02');
				return drive(source.counts === 'firstTime', false);
			}
			case 'grids':
				await times(3, () => ledger.grid('sanxing', '2024-01-01'));
				return ledger.grid('sanxing', '2024-01-01', '2024-06-01');
			case 'grid-members': {
				const grid = await ledger.grid('sanxing', '2024-01-01');
				return times(3, () => ledger.member(grid, source.role, '2024-01-01'));
			}
		}
	}

	it.each(figures.map(({ id, source }) => ({ id, source: source as FigureSource })))(
		'add up to the figure: $id',
		async ({ id, source }) => {
			await fill(source);
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
