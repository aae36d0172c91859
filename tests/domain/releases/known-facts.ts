import { occasions, type Occasion } from '../../../src/lib/domain/banquets/banquet';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';
import { groups } from '../../../src/lib/domain/releases/occasion-groups';
import type { Fact } from './attacker';

const months = 12;
const kinds = occasions.length;

/** The unknown numbers of a year: one for each village, month and occasion. */
export class Unknowns {
	constructor(readonly villages: number) {}

	readonly count = () => this.villages * months * kinds;

	/** The places of those of a village (null: all), from one month to another (0 is January), and of some occasions. */
	of(village: number | null, [from, to]: readonly [number, number] = [0, 11], of: readonly number[] = all): number[] {
		const villages = village === null ? Array.from({ length: this.villages }, (_, at) => at) : [village];
		return villages.flatMap((row) =>
			Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((month) =>
				of.map((occasion) => (row * months + month) * kinds + occasion)
			)
		);
	}
}

const all = occasions.map((_, at) => at);

/** What the releases of a year's banquets say of the unknown numbers, and what their signs say where a number is withheld. */
export function factsOf(releases: readonly Release[], unknowns: Unknowns): Fact[] {
	return releases
		.filter(({ figure, kind }) => figure === 'banquets-held' && kind !== 'ledger')
		.flatMap((release) => release.cells.map((cell) => ({ of: placesOf(release, cell, unknowns), ...boundsOf(cell) })));
}

function boundsOf({ value, shown }: ReleasedCell): { least: number; most: number } {
	if (value !== null) return { least: value, most: value };
	return shown === 'few' ? { least: 1, most: 2 } : { least: 0, most: Infinity };
}

function placesOf(release: Release, cell: ReleasedCell, unknowns: Unknowns): number[] {
	const span = [monthOf(cell.fromOn ?? release.fromOn), monthOf(cell.toOn ?? release.toOn)] as const;
	switch (release.kind) {
		case 'year':
		case 'line':
			return unknowns.of(null, span);
		case 'villages':
			return unknowns.of(Number(cell.key), span);
		case 'groups':
			return unknowns.of(null, span, cell.key === groups[2] ? all.slice(2) : [occasions.indexOf(cell.key as Occasion)]);
		case 'occasions':
			return unknowns.of(null, span, cell.key === 'other' ? joined : [occasions.indexOf(cell.key as Occasion)]);
		default:
			throw new Error(`A release of banquets that the attacker does not read: ${release.kind}`);
	}
}

/** Enlistments are counted with others. */
const joined = [occasions.indexOf('enlistment'), occasions.indexOf('other')];

const monthOf = (on: string) => Number(on.slice(5, 7)) - 1;
