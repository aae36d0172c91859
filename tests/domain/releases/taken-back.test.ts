import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import type { EarlierRelease, Release, ReleasedCell, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { takenBack } from '../../../src/lib/domain/releases/taken-back';
import { yearOf } from './demo-year';

const held = 'banquets-held';
const of = (kind: ReleaseKind, cells: readonly ReleasedCell[], over: Partial<Release> = {}): Release => ({
	...{ figure: held, kind, year: 2024, ...yearBounds(2024), cells },
	...over
});
const year = of('year', [{ key: '', value: 96 }]);
const quarters = [1, 2, 3, 4].map((nth) => of('line', [{ key: '', value: 24 }], quarterBounds(2024, nth)));
/** Two classes with twelve a quarter: as many as quarters ask for. */
const whole = (kind: ReleaseKind, keys: readonly string[]) =>
	of(
		kind,
		keys.map((key) => ({ key, value: 48 }))
	);
const byQuarter = of(
	'villages',
	['a', 'b'].flatMap((key) => [1, 2, 3, 4].map((nth) => ({ key, value: 12, ...quarterBounds(2024, nth) })))
);
const eightAMonth = Array.from({ length: 12 }, () => 8);
const counts = yearOf(2024, eightAMonth, {
	villages: ['a', 'b'].map((key) => ({ key, months: eightAMonth.map(() => 4) })),
	occasions: ['wedding', 'funeral'].map((key) => ({ key, months: eightAMonth.map(() => 4) }))
});

const ended = (until: string, releases: readonly Release[], how: EarlierRelease['ended'] = 'withdrawn') =>
	releases.map((release): EarlierRelease => ({ ...release, ended: how, until }));
const kindsOf = (releases: readonly Release[] | null) => releases && releases.map(({ kind }) => kind);
const again = (...earlier: EarlierRelease[]) => {
	const back = takenBack(counts, held, earlier);
	return back && { isWholeYear: back.isWholeYear, again: kindsOf(back.again) };
};

describe('a year that was taken back', () => {
	it('is one that was withdrawn, of that figure', () => {
		expect(again()).toBeNull();
		expect(again(...ended('one', [year], 'replaced'))).toBeNull();
		expect(again(...ended('one', [{ ...year, figure: 'complaints' }]))).toBeNull();
		expect(takenBack(counts, held, ended('one', [year]))).toEqual({ isWholeYear: true, again: [year] });
	});

	it('of an open year has its line alone, and of a closed one every table', () => {
		const ledger = of('ledger', [{ key: 'a', value: null, states: '111' }]);
		expect(again(...ended('one', [...quarters.slice(0, 2), ledger]))).toEqual({
			...{ isWholeYear: false, again: ['line', 'line'] }
		});
		expect(again(...ended('one', [year, ...quarters, byQuarter]))).toEqual({
			...{ isWholeYear: true, again: ['year', 'line', 'line', 'line', 'line', 'villages'] }
		});
	});

	it('comes as it was seen last', () => {
		const first = ended('one', [year, ...quarters, byQuarter]);
		const other = ended('three', [{ ...year, figure: 'complaints' }]);
		expect(again(...first, ...ended('two', [year]), ...other)).toEqual({ isWholeYear: true, again: ['year'] });
		expect(again(...first, ...ended('two', quarters), ...ended('three', [byQuarter], 'replaced'))).toEqual({
			...{ isWholeYear: false, again: ['line', 'line', 'line', 'line'] }
		});
	});

	it('does not come again where villages or groups went by longer blocks than their sizes allow', () => {
		const open = { isWholeYear: true, again: null };
		expect(again(...ended('one', [year, ...quarters, whole('villages', ['a', 'b'])]))).toEqual(open);
		expect(again(...ended('one', [year, ...quarters, whole('groups', ['wedding', 'funeral'])]))).toEqual(open);
		expect(again(...ended('one', [year, ...quarters, whole('occasions', ['wedding', 'funeral'])]))).toMatchObject({
			again: ['year', 'line', 'line', 'line', 'line', 'occasions']
		});
	});
});
