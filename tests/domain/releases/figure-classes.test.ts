import { describe, expect, it } from 'vitest';
import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { classOf, hasLine, isReleased, type FigureClass } from '../../../src/lib/domain/releases/figure-class';

const idsOf = (keep: (figure: Figure) => boolean) => (figures as readonly Figure[]).filter(keep).map(({ id }) => id);

/** The classes of table A of the rules on small numbers; all else is the town's own work. */
const classes: Record<Exclude<FigureClass, 'work'>, string[]> = {
	feasts: ['banquets-held', 'banquets-declared'],
	stigma: ['banquets-dissuaded', 'complaints', 'warnings'],
	pledges: ['pledges-in-force', 'pledges-signed'],
	health: ['blood-donations', 'blood-millilitres', 'first-time-donors', 'repeat-donors'],
	elders: ['elders-hosted', 'cakes-delivered']
};
const work = ['health-lectures', 'lecture-attendance', 'blood-and-checkups', 'slogans', 'grids', 'grid-helpers'];

describe('what a count of one says of a household', () => {
	it('decides the class of a figure', () => {
		for (const [kind, ids] of Object.entries(classes))
			expect(idsOf((figure) => classOf(figure) === kind)).toEqual(expect.arrayContaining(ids));
		expect(idsOf((figure) => classOf(figure) === 'work')).toEqual(expect.arrayContaining(work));
	});

	it('of work is read daily, of all else from what is released', () => {
		expect(idsOf(isReleased)).toEqual(expect.arrayContaining(Object.values(classes).flat()));
		expect(idsOf((figure) => !isReleased(figure))).toEqual(expect.arrayContaining(work));
	});
});

it('only banquets held and guests of birthdays are released within a year', () => {
	expect(idsOf(hasLine)).toEqual(['banquets-held', 'elders-hosted', 'cakes-delivered']);
});
