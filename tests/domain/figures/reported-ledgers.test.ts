import { describe, expect, it } from 'vitest';
import type { AddedKind, ReportedLedger } from '../../../src/lib/domain/activities/added-work';
import {
	areDeclarationsTooEarly,
	isBeforeStart,
	isKeptByAll,
	isLookedThrough,
	isOfCases,
	isReportedIn,
	ledgerNames,
	type ReportedStarts,
	type ReportingTown
} from '../../../src/lib/domain/figures/ledger';
import { broadcasts } from './registries';

/** A town whose ledgers begin one after another: banquets, work, cases. */
const townWith = (changed: Partial<ReportedStarts> = {}, ...kinds: AddedKind[]): ReportingTown => ({
	starts: { banquets: '2024-02-01', activities: '2024-04-15', cases: '2024-06-01', ...changed },
	kinds
});

/** Of a ledger and some months, those that are to be reported, and those that are before its beginning. */
const monthsOf = (ledger: ReportedLedger, town: ReportingTown, months: readonly string[]) => ({
	reported: months.filter((month) => isReportedIn(ledger, month, town)),
	before: months.filter((month) => isBeforeStart(ledger, month, town))
});

describe('a ledger of the software', () => {
	it.each<[ReportedLedger, string, string]>([
		['banquet', '2024-01', '2024-02'],
		['dissuasion', '2024-01', '2024-02'],
		['villagers-meeting', '2024-03', '2024-04'],
		['complaint', '2024-03', '2024-04'],
		['dispute', '2024-05', '2024-06'],
		['call', '2024-05', '2024-06'],
		['incident', '2024-05', '2024-06']
	])('of %s is reported not in %s but from %s on, in which it begins', (ledger, last, first) => {
		expect(monthsOf(ledger, townWith(), [last, first, '2026-01'])).toEqual({
			reported: [first, '2026-01'],
			before: [last]
		});
	});

	it('is reported of any month where the town declared no beginning', () => {
		const town = townWith({ banquets: null, activities: null });
		for (const ledger of ['banquet', 'dissuasion', 'health-service', 'complaint'] as const)
			expect(monthsOf(ledger, town, ['1999-12']), ledger).toEqual({ reported: ['1999-12'], before: [] });
	});

	it('of cases is never reported by a town that keeps none, and no month is before it', () => {
		expect(monthsOf('dispute', townWith({ cases: null }), ['1999-12', '2030-01'])).toEqual({
			reported: [],
			before: []
		});
	});
});

describe('the ledger of an added kind', () => {
	const between = (fromOn: string, closedFromOn: string | null = null) => ({ ...broadcasts, fromOn, closedFromOn });

	it('is reported from the month of its first day to that of its last', () => {
		const months = ['2024-07', '2024-08', '2025-02', '2025-03', '2025-04'];
		const of = (closedFromOn: string | null) =>
			monthsOf('added-1', townWith({}, between('2024-08-20', closedFromOn)), months);
		expect(of('2025-03-01')).toEqual({ reported: ['2024-08', '2025-02'], before: ['2024-07'] });
		expect(of('2025-03-02').reported).toEqual(['2024-08', '2025-02', '2025-03']);
		expect(of(null).reported).toEqual(months.slice(1));
	});

	it('does not begin before that of all work', () => {
		const months = monthsOf('added-1', townWith({}, between('2024-01-01')), ['2024-03', '2024-04']);
		expect(months).toEqual({ reported: ['2024-04'], before: ['2024-03'] });
	});

	it('begins on its own day where the town declared no beginning of work', () => {
		const town = townWith({ activities: null }, between('2024-08-20'));
		expect(monthsOf('added-1', town, ['2024-07', '2024-08'])).toEqual({ reported: ['2024-08'], before: ['2024-07'] });
	});

	it('that is not there is reported of no month', () => {
		expect(isReportedIn('added-9', '2026-01', townWith({}, broadcasts))).toBe(false);
	});
});

describe('among the ledgers that are reported', () => {
	const ledgers: ReportedLedger[] = [
		...(['banquet', 'dissuasion', 'villagers-meeting', 'complaint', 'dispute', 'call', 'incident'] as const),
		'added-1'
	];

	it('one record shows that a month was looked through of complaints and of added kinds alone', () => {
		expect(ledgers.filter(isLookedThrough)).toEqual(['complaint', 'added-1']);
	});

	it('disputes, calls and incidents are cases', () => {
		expect(ledgers.filter(isOfCases)).toEqual(['dispute', 'call', 'incident']);
	});
});

it('every town keeps every ledger from its first day on but that of cases', () => {
	expect(ledgerNames.filter((ledger) => !isKeptByAll(ledger))).toEqual(['cases']);
});

describe('declarations of banquets', () => {
	it('begin too early where they begin before the ledger of banquets', () => {
		const areEarly = (declarations: string) => areDeclarationsTooEarly({ declarations, banquets: '2024-02-01' });
		expect(['2024-01-31', '2024-02-01', '2024-02-02'].map(areEarly)).toEqual([true, false, false]);
	});

	it('do not begin too early where one of the two has no beginning, or an empty one', () => {
		const on = '2024-02-01';
		expect(areDeclarationsTooEarly({ declarations: on }), 'no banquets').toBe(false);
		expect(areDeclarationsTooEarly({ declarations: on, banquets: null })).toBe(false);
		expect(areDeclarationsTooEarly({ banquets: on }), 'no declarations').toBe(false);
		expect(areDeclarationsTooEarly({ declarations: null, banquets: on })).toBe(false);
		expect(areDeclarationsTooEarly({ declarations: '', banquets: on })).toBe(false);
	});
});
