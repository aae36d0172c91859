import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import type { EarlierRelease, Release, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { totalsSeen } from '../../../src/lib/domain/releases/totals-seen';

const of = (kind: ReleaseKind, value: number | null, over: Partial<Release> = {}): Release => ({
	...{ figure: 'banquets-held', kind, year: 2024 },
	...yearBounds(2024),
	cells: [{ key: '', value }],
	...over
});
const ended = (until: string, ...releases: Release[]): EarlierRelease[] =>
	releases.map((release) => ({ ...release, ended: 'withdrawn', until }));
const totals = (...releases: (Release | EarlierRelease)[]) => totalsSeen(releases, 'banquets-held', 2024);

describe('the totals of a year that people have read', () => {
	it('are the one that was published, and what it comes to with each note of what came later', () => {
		expect(totals(of('year', 60))).toEqual([60]);
		expect(totals(of('year', 60), of('villages', 8), of('later', 3), of('later', -4))).toEqual([60, 63, 59]);
	});

	it('are those of each version, with its own notes', () => {
		const first = ended('one', of('year', 60), of('later', 3));
		const second = ended('two', of('year', 80));
		expect(totals(...first, ...second, of('year', 70), of('later', 5))).toEqual([60, 63, 80, 70, 75]);
	});

	it('leave one open that was withheld, whatever its notes are', () => {
		expect(totals(of('year', null), of('later', 3))).toEqual([null]);
	});

	it('are none of notes without the year that they belong to', () => {
		expect(totals(of('later', 3), of('line', 20))).toEqual([]);
		expect(totals(...ended('one', of('later', 3)), of('year', 60))).toEqual([60]);
	});

	it('are of one figure and of one year', () => {
		const others = [of('year', 7, { figure: 'complaints' }), of('year', 50, { year: 2023 })];
		expect(totals(...others, of('year', 60), of('later', 9, { figure: 'complaints' }))).toEqual([60]);
	});
});
