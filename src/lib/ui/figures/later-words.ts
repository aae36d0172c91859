import type { FigureUnit } from '$lib/domain/figures/figure';
import { m } from '$lib/paraglide/messages.js';
import { figureValue } from './figure-value';

/** How many records came after a year was published, or went: fewer than 0. In the figure's own unit; null where none is noted. */
export function laterWords(count: number, unit: FigureUnit): string | null {
	if (count === 0) return null;
	const words = { count: figureValue({ value: Math.abs(count), unit }) };
	return count > 0 ? m.trends_told_later(words) : m.trends_told_fewer(words);
}
