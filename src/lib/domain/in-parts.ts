/** Things in parts of `most` at most, in their order; none of nothing. */
export const inParts = <T>(all: readonly T[], most: number): T[][] =>
	Array.from({ length: Math.ceil(all.length / most) }, (_, nth) => all.slice(nth * most, (nth + 1) * most));
