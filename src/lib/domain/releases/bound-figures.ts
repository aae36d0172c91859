// Figures of which one can be worked out from the others: they are taken back together.
import type { BuiltInFigureId } from '../figures/figure';

/** Donors are those of the first time and the repeat ones, and their drives list the millilitres; incidents settled are those of the three levels. */
const bound: readonly (readonly BuiltInFigureId[])[] = [
	['blood-donations', 'blood-millilitres', 'first-time-donors', 'repeat-donors'],
	['incidents-settled', 'incidents-settled-grid', 'incidents-settled-village', 'incidents-settled-town']
];

/** The other figures that a figure could be worked out from; none for most. */
export const boundTo = (figure: string): readonly BuiltInFigureId[] =>
	bound.find((group) => group.some((id) => id === figure))?.filter((id) => id !== figure) ?? [];

/** Every figure with each that it is bound to. */
export const boundPairs = bound.flatMap((group) =>
	group.flatMap((figure) => boundTo(figure).map((other) => [figure, other] as const))
);
