import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { figureOfKind, getFigure } from '../../../src/lib/domain/figures/figure';
import { isFigureOf, keptPart } from '../../../src/lib/domain/figures/registry';
import { broadcasts } from './registries';

/** The figure of an added kind that is kept from 10 March 2024, to the end of June 2025 or on and on. */
const added = (closedFromOn: string | null = '2025-07-01') =>
	figureOfKind({ ...broadcasts, fromOn: '2024-03-10', closedFromOn });

describe('the figure of an added kind', () => {
	it('is of the periods in which the kind is kept on a day', () => {
		expect([2023, 2024, 2025, 2026].map((year) => isFigureOf(added(), yearBounds(year)))).toEqual([
			...[false, true, true, false]
		]);
		expect(isFigureOf(added(), { fromOn: '2024-03-10', toOn: '2024-03-10' })).toBe(true);
		expect(isFigureOf(added(), { fromOn: '2025-07-01', toOn: '2025-07-31' })).toBe(false);
		expect(isFigureOf(added(null), yearBounds(2030))).toBe(true);
	});

	it('is kept in a part of the period in which the kind begins or is closed', () => {
		expect(keptPart(added(), yearBounds(2024))).toEqual({ fromOn: '2024-03-10', toOn: '2024-12-31' });
		expect(keptPart(added(), yearBounds(2025)), 'to the day before').toEqual({
			fromOn: '2025-01-01',
			toOn: '2025-06-30'
		});
		expect(keptPart(added(null), yearBounds(2025))).toEqual(yearBounds(2025));
	});
});

describe('a figure of the software', () => {
	it.each(['banquets-held', 'villagers-meetings', 'grids'] as const)(
		'is of every period, and kept in all of it: %s',
		(id) => {
			expect(isFigureOf(getFigure(id), yearBounds(1999))).toBe(true);
			expect(keptPart(getFigure(id), yearBounds(1999))).toEqual(yearBounds(1999));
		}
	);
});
