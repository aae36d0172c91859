import type { Figure, FigureSource } from '../figures/figure';

/** What a target asks of a figure: work wants at least so much, banquets held at most so many. */
export type Goal = 'at-least' | 'at-most';

/**
 * These have no target, so that no cadre invents or hides any: a dissuasion needs a banquet that was really intended,
 * and a complaint or a case is a villager's own.
 */
const withoutTarget: readonly FigureSource['from'][] = [
	'banquets-dissuaded',
	'complaints',
	'cases-received',
	'cases-settled',
	'incidents-overdue'
];

/** What a target of this figure asks; null for a figure that has no targets. */
export function goalOf({ source, isGoodWhen }: Pick<Figure, 'source' | 'isGoodWhen'>): Goal | null {
	if (withoutTarget.includes(source.from)) return null;
	return isGoodWhen === 'down' ? 'at-most' : 'at-least';
}

/** The figures that may have targets, in their order. */
export const targetFigures = (figures: readonly Figure[]): Figure[] =>
	figures.filter((figure) => goalOf(figure) !== null);

/** Whether a figure says what is in place on a day (grids, their people), and not what was done over the year. */
export function isStock({ source }: Pick<Figure, 'source'>): boolean {
	return source.from === 'grids' || source.from === 'grid-members';
}

/** The largest target that may be set. */
export const largestTarget = 1_000_000;
