// What was taken back and is not published again.
import type { Period } from '../calendar/reporting-period';
import { isWithin } from './blocks';
import type { Release, ReleaseKind } from './release';

/** A release that was taken back, with the reason of the last time. */
export interface WithdrawnRelease extends Omit<Release, 'cells'> {
	reason: string;
}

/** The kinds that hold a figure's own number: of its year, and of spans of it. */
export const numberKinds = ['line', 'year'] as const satisfies readonly ReleaseKind[];

/** Those that readers miss: neither a number of their figure's year is published again, nor the very same table. */
export const missedOf = (
	withdrawn: readonly WithdrawnRelease[],
	releases: readonly Omit<Release, 'cells'>[]
): WithdrawnRelease[] =>
	withdrawn.filter(
		(one) =>
			!releases.some(
				({ figure, year, kind, fromOn }) =>
					figure === one.figure && year === one.year && (isNumber(kind) || (kind === one.kind && fromOn === one.fromOn))
			)
	);

const isNumber = (kind: ReleaseKind) => (numberKinds as readonly ReleaseKind[]).includes(kind);

/** One of them, of these kinds, that lies in a period: only then was something published of it. Undefined without any. */
export const missedIn = (
	missed: readonly WithdrawnRelease[],
	{ figure, period, kinds = numberKinds }: { figure: string; period: Period; kinds?: readonly ReleaseKind[] }
): WithdrawnRelease | undefined =>
	missed.find((one) => one.figure === figure && kinds.includes(one.kind) && isWithin(one, period));
