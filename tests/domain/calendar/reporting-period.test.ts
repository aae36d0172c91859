import { describe, expect, it } from 'vitest';
import {
	areApart,
	rangePeriods,
	partReasonOf,
	reportingPeriods
} from '../../../src/lib/domain/calendar/reporting-period';

describe('reportingPeriods', () => {
	it('a year that is over is compared with the whole year before', () => {
		expect(reportingPeriods(2024, '2026-03-02')).toEqual({
			now: { fromOn: '2024-01-01', toOn: '2024-12-31' },
			before: { fromOn: '2023-01-01', toOn: '2023-12-31' },
			isPart: false
		});
	});

	it('of more than a year overlap with those a year earlier, so that nothing is certain of their change', () => {
		const overlap = (fromOn: string, toOn: string, comparison?: 'period-before') =>
			!areApart(rangePeriods({ fromOn, toOn }, '2026-12-01', comparison));
		expect(overlap('2024-06-01', '2026-06-30')).toBe(true);
		expect(overlap('2025-01-01', '2026-01-31')).toBe(true);
		expect(overlap('2025-01-01', '2025-12-31')).toBe(false);
		expect(overlap('2024-06-01', '2026-06-30', 'period-before')).toBe(false);
	});

	it('a running year goes up to today, and last year to the same day', () => {
		expect(reportingPeriods(2026, '2026-03-02')).toEqual({
			now: { fromOn: '2026-01-01', toOn: '2026-03-02' },
			before: { fromOn: '2025-01-01', toOn: '2025-03-02' },
			isPart: true
		});
	});

	it('29 February is compared with 28 February, and 31 December is a whole year', () => {
		expect(reportingPeriods(2024, '2024-02-29').before.toOn).toBe('2023-02-28');
		expect(reportingPeriods(2024, '2024-12-31').isPart).toBe(false);
	});

	it('a year that has not begun is an empty period', () => {
		const { now, before } = reportingPeriods(2030, '2026-03-02');
		expect(now.toOn < now.fromOn).toBe(true);
		expect(before.toOn < before.fromOn).toBe(true);
	});

	it('that is read in part is running, is published no further, or has no number at all', () => {
		const reason = (isPart: boolean, toOn: string, isKnown = true) =>
			partReasonOf({ now: { fromOn: '2026-01-01', toOn }, isPart }, { today: '2026-12-01', isKnown });
		expect(reason(true, '2026-12-01')).toBe('running');
		expect(reason(true, '2026-10-31'), 'what is read of it is over, though the year is not').toBe('unpublished');
		expect(reason(true, '2026-12-01', false)).toBe('empty');
		expect(reason(false, '2026-10-31')).toBeNull();
		expect(reason(false, '2026-10-31', false)).toBeNull();
	});
});
