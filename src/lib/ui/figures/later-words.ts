import type { FigureUnit } from '$lib/domain/figures/figure';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';
import { figureUnitWords } from './figure-words';

/** How many records came after a year was published, or went: fewer than 0. In the figure's own unit; null where none is noted. */
export function laterWords(count: number, unit: FigureUnit): string | null {
	if (count === 0) return null;
	const words = { count: m.figures_value({ value: numberText(Math.abs(count)), unit: figureUnitWords[unit]() }) };
	return count > 0 ? m.trends_told_later(words) : m.trends_told_fewer(words);
}
