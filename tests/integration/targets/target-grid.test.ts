import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { cellName, targetsForm } from '../../../src/lib/forms/targets/target';
import { freshTown } from './target-town';

freshTown();

describe('the grid', () => {
	const units = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
	const { schema, cellsOf } = targetsForm(figures, units);
	const sheet = (cells: Record<string, string>) => ({
		...Object.fromEntries(Object.keys(schema.entries).map((name) => [name, ''])),
		id: units[0]!,
		year: '2026',
		seen: '0',
		...cells
	});
	const first = cellName('health-lectures', units[0]!);
	const second = cellName('slogans', units[1]!);

	it('reads full-width digits, and an empty cell as no target', () => {
		const read = safeParse(schema, sheet({ [first]: ' ４２ ' }));
		expect(read.success).toBe(true);
		expect(safeParse(schema, sheet({ [first]: '四十二' })).success, 'as a ledger may say it').toBe(true);
		const cells = cellsOf(read.output as Parameters<typeof cellsOf>[0]);
		expect(cells.filter(({ value }) => value !== null)).toEqual([
			{ figure: 'health-lectures', unitId: units[0], value: 42 }
		]);
	});

	it('answers every wrong cell on the cell', () => {
		const read = safeParse(
			schema,
			sheet({ [first]: '四十来个', [second]: '0', [cellName('banquets-held', units[0]!)]: '0' })
		);
		const faults = (read.issues ?? []).map((issue) => [issue.path?.[0]?.key, issue.message]);
		expect(faults).toEqual(
			expect.arrayContaining([
				[first, 'number-wrong'],
				[second, 'number-below-one']
			])
		);
		expect(faults).toHaveLength(2);
	});
});
