import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import type { EarlierRelease, Release, ReleaseKind } from '../../../src/lib/domain/releases/release';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { yearOf } from './demo-year';

const of = (figure: string, year: number, value: number | null, kind: ReleaseKind = 'year'): Release => ({
	...{ figure, kind, year },
	...yearBounds(year),
	cells: [{ key: '', value }]
});
const inForce = 'pledges-in-force';
const signed = 'pledges-signed';

interface PledgeYear {
	year: number;
	stock: number;
	flow: number;
}

/** What the closing of a year publishes of pledges, beside what people have seen. */
const published = ({ year, stock, flow }: PledgeYear, pledges: readonly (Release | EarlierRelease)[]): Release[] =>
	tellYear(
		{
			...yearOf(year, []),
			totals: [
				{ figure: inForce, value: stock },
				{ figure: signed, value: flow }
			]
		},
		{ releases: [], earlier: [], lastTotals: new Map(), lastCoverage: null, pledges }
	).filter(({ kind }) => kind === 'year');
const read = (releases: readonly Release[]) =>
	Object.fromEntries(releases.map((one) => [one.figure, one.cells[0]!.value]));

describe('pledges in force and signed', () => {
	const before = [of(inForce, 2025, 1204)];

	it('are not both published of a year in which one or two households took theirs back', () => {
		for (const [stock, flow] of [
			[1241, 38],
			[1240, 38]
		] as const)
			expect(published({ year: 2026, stock, flow }, before)).toEqual([
				of(inForce, 2026, stock),
				{ ...of(signed, 2026, null), cells: [{ key: '', value: null, shown: 'hidden' }] }
			]);
		for (const stock of [1242, 1239])
			expect(read(published({ year: 2026, stock, flow: 38 }, before))).toEqual({ [inForce]: stock, [signed]: 38 });
	});

	it('are withheld both where fewer are in force than before: of two fewer, none can have signed', () => {
		for (const [stock, flow] of [
			[1202, 0],
			[1203, 0],
			[1203, 1]
		] as const)
			expect(read(published({ year: 2026, stock, flow }, before))).toEqual({ [inForce]: null, [signed]: null });
		expect(read(published({ year: 2026, stock: 1201, flow: 0 }, before))).toEqual({ [inForce]: 1201, [signed]: 0 });
	});

	it('are not of the first year, before which none was in force', () => {
		expect(read(published({ year: 2024, stock: 37, flow: 38 }, []))).toEqual({ [inForce]: 37, [signed]: null });
		expect(read(published({ year: 2024, stock: 38, flow: 38 }, []))).toEqual({ [inForce]: 38, [signed]: 38 });
	});

	it('are not over two years, of which the first was never published', () => {
		const seen = [...before, of(signed, 2026, 5)];
		expect(read(published({ year: 2027, stock: 1215, flow: 7 }, seen))).toEqual({ [inForce]: 1215, [signed]: null });
		expect(read(published({ year: 2027, stock: 1216, flow: 7 }, seen))).toEqual({ [inForce]: 1216, [signed]: 7 });
	});

	it('are not where the coverage of the last quarter says how many were in force, or a year that was taken back did', () => {
		const { fromOn, toOn } = { fromOn: '2025-10-01', toOn: '2025-12-31' };
		const coverage: Release = { ...of(inForce, 2025, 1204, 'coverage'), fromOn, toOn };
		expect(read(published({ year: 2026, stock: 1241, flow: 38 }, [coverage]))[signed]).toBeNull();
		const back: EarlierRelease = { ...before[0]!, ended: 'withdrawn', until: 'a' };
		expect(read(published({ year: 2026, stock: 1241, flow: 38 }, [back, of(inForce, 2025, 1300)]))[signed]).toBeNull();
	});

	it('are withheld where the next year was closed first: with its numbers they would tell', () => {
		const next = [of(inForce, 2025, 37), of(signed, 2025, 5)];
		expect(read(published({ year: 2024, stock: 33, flow: 40 }, next))).toEqual({ [inForce]: null, [signed]: null });
	});

	it('that were taken back do not come again with one household more or less', () => {
		const back = (stock: number): EarlierRelease => ({ ...of(inForce, 2026, stock), ended: 'withdrawn', until: 'a' });
		expect(read(published({ year: 2026, stock: 1241, flow: 37 }, [back(1242)]))[inForce]).toBeNull();
		expect(read(published({ year: 2026, stock: 1241, flow: 37 }, [back(1244)]))[inForce]).toBe(1241);
	});
});

/** Three years of a town: how many signed, and how many of them took a pledge back. In the first enough sign for all that leave later. */
function* towns(): Generator<{ flows: number[]; left: number[]; stocks: number[] }> {
	const years = Array.from({ length: 25 }, (_, at) => [Math.floor(at / 5), at % 5] as const);
	for (const [flow, one] of years)
		for (const second of years)
			for (const third of years) {
				const flows = [flow + 9, second[0], third[0]];
				const left = [one, second[1], third[1]];
				const stocks = flows.map((_, at) => sum(flows.slice(0, at + 1)) - sum(left.slice(0, at + 1)));
				yield { flows, left, stocks };
			}
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('from all that is published of three years, one after the other,', () => {
	const spans = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]];

	it('no reader learns that one household took its pledge back, or that two did', () => {
		const byPicture = new Map<string, { flows: number[]; left: number[] }[]>();
		for (const { flows, left, stocks } of towns()) {
			const seen: Release[] = [];
			for (const at of [0, 1, 2])
				seen.push(...published({ year: 2024 + at, stock: stocks[at]!, flow: flows[at]! }, seen));
			const picture = seen.map(({ year, figure, cells }) => `${year} ${figure} ${cells[0]!.value}`).join();
			byPicture.set(picture, [...(byPicture.get(picture) ?? []), { flows, left }]);
		}
		let tried = 0;
		for (const [picture, candidates] of byPicture) {
			// At the edge of what is tried there would be more candidates, if more were tried.
			const isAtEdge = candidates.some(
				({ flows: [first, ...rest], left }) =>
					first! < 10 || first! > 12 || rest.some((flow) => flow > 3) || left.some((one) => one > 3)
			);
			if (isAtEdge) continue;
			tried++;
			for (const span of spans) {
				const leavers = new Set(candidates.map(({ left }) => sum(span.map((at) => left[at]!))));
				if (leavers.size === 1) expect([1, 2], `${picture}, ${span}`).not.toContain([...leavers][0]);
			}
		}
		expect(tried).toBeGreaterThan(100);
	});
});
