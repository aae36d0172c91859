import { describe, expect, it } from 'vitest';
import { findFigure } from '../../../src/lib/domain/figures/figure';
import { isPublishedFor } from '../../../src/lib/domain/figures/public-figure';

describe('a bare number for the public', () => {
	const year = { kind: 'year', year: 2024 } as const;
	const month = { kind: 'month', year: 2024, month: 5 } as const;
	const isPublic = (id: string, asked: typeof year | typeof month) => isPublishedFor(findFigure(id)!, asked);

	it('is published of a year, whatever the figure', () => {
		for (const id of ['banquets-held', 'banquets-dissuaded', 'blood-donations', 'slogans'])
			expect(isPublic(id, year)).toBe(true);
	});

	it("of a part of a year is published of the town's own work, and not of households or people", () => {
		for (const id of ['slogans', 'villagers-meetings', 'health-lectures', 'grids'])
			expect(isPublic(id, month)).toBe(true);
		for (const id of ['banquets-held', 'banquets-dissuaded', 'pledges-signed', 'blood-donations', 'elders-hosted'])
			expect(isPublic(id, month)).toBe(false);
	});
});
