import { describe, expect, it } from 'vitest';
import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { boundTo } from '../../../src/lib/domain/releases/bound-figures';
import { isReleased } from '../../../src/lib/domain/releases/figure-class';

/** What a figure counts, but for which part of it. */
const countedOf = ({ source }: Figure): string =>
	JSON.stringify(source, (key, value: unknown) => (['level', 'counts'].includes(key) ? undefined : value));

describe('figures of which one can be worked out from the others', () => {
	it('are all that count the same records in parts', () => {
		for (const figure of (figures as readonly Figure[]).filter(isReleased)) {
			const counted = countedOf(figure);
			const others = (figures as readonly Figure[])
				.filter((other) => other.id !== figure.id && countedOf(other) === counted)
				.map(({ id }) => id);
			expect([...boundTo(figure.id)].sort(), figure.id).toEqual(others.sort());
		}
	});

	it('are the donors and their millilitres, and incidents by level', () => {
		expect(boundTo('blood-donations')).toEqual(['blood-millilitres', 'first-time-donors', 'repeat-donors']);
		expect(boundTo('incidents-settled-town')).toContain('incidents-settled');
		expect(boundTo('banquets-held')).toEqual([]);
		expect(boundTo('disputes-settled')).toEqual([]);
	});
});
