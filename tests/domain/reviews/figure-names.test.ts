import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { suggestWord } from '../../../src/lib/domain/reviews/suggest-word';
import { reportNames, reportUnits } from '../../../src/lib/domain/reviews/report-words';

it('every figure has a name of its own, and the units are those of the figures’ pages', () => {
	expect(new Set(Object.values(reportNames)).size).toBe(figures.length);
	const words = {
		...JSON.parse(readFileSync('src/i18n/zh-CN/figures.json', 'utf8')),
		...JSON.parse(readFileSync('src/i18n/zh-CN/donation.json', 'utf8'))
	} as Record<string, string>;
	for (const [unit, word] of Object.entries(reportUnits)) {
		const key = unit.replaceAll('-', '_');
		// Prose counts people with 名 where a table says 人.
		if (unit !== 'people') expect(words[`figures_unit_${key}`] ?? words[`donation_unit_${key}`]).toBe(word);
	}
});

it('the word suggested is the one that needs the fewest changes', () => {
	expect(suggestWord('微宣将', ['思政宣讲', '微宣讲'])).toBe('微宣讲');
	expect(suggestWord('彩票', ['微宣讲'])).toBeNull();
});
