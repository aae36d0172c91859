import { describe, expect, it } from 'vitest';
import { figures, type Figure } from '../../../src/lib/domain/figures/figure';
import {
	classOf,
	eventKindOf,
	hasAnew,
	hasLine,
	hasNotes,
	isReleased,
	openEventKinds,
	type FigureClass
} from '../../../src/lib/domain/releases/figure-class';

const idsOf = (keep: (figure: Figure) => boolean) => (figures as readonly Figure[]).filter(keep).map(({ id }) => id);

/** The classes of table A of the rules on small numbers; all else is the town's own work. */
const classes: Record<Exclude<FigureClass, 'work'>, string[]> = {
	feasts: ['banquets-held', 'banquets-declared'],
	stigma: [
		...['banquets-dissuaded', 'complaints', 'warnings', 'disputes-received', 'disputes-settled', 'calls'],
		...['incidents-settled', 'incidents-settled-grid', 'incidents-settled-village', 'incidents-settled-town'],
		'incidents-overdue'
	],
	pledges: ['pledges-in-force', 'pledges-signed'],
	health: ['blood-donations', 'blood-millilitres', 'first-time-donors', 'repeat-donors'],
	elders: ['elders-hosted', 'cakes-delivered']
};
const work = [
	...['deployment-meetings', 'villagers-meetings', 'village-rule-studies', 'ideological-talks', 'micro-talks'],
	...['lecture-attendance', 'arts-performances', 'birthday-banquets', 'appeal-broadcasts', 'slogans'],
	...['caterer-inspections', 'media-reports', 'health-lectures', 'health-services', 'blood-and-checkups'],
	...['martyr-tributes', 'defence-education', 'defence-films', 'defence-boards', 'clean-up-days'],
	...[
		'small-ads-removals',
		'waste-sorting',
		'grids',
		'grid-workers-full-time',
		'grid-workers-part-time',
		'grid-helpers'
	]
];

describe('what a count of one says of a household', () => {
	it('decides the class of a figure', () => {
		for (const [kind, ids] of Object.entries(classes))
			expect(idsOf((figure) => classOf(figure) === kind).sort()).toEqual(ids.toSorted());
		expect(idsOf((figure) => classOf(figure) === 'work')).toEqual(work);
	});

	it('of work is read daily, of all else from what is released', () => {
		expect(idsOf(isReleased).sort()).toEqual(Object.values(classes).flat().sort());
		expect(idsOf((figure) => !isReleased(figure))).toEqual(work);
	});
});

it('only banquets held and guests of birthdays are released within a year', () => {
	expect(idsOf(hasLine)).toEqual(['banquets-held', 'elders-hosted', 'cakes-delivered']);
});

it('all that is released is published anew with what came later, but donors and pledges', () => {
	expect(idsOf((figure) => isReleased(figure) && !hasAnew(figure))).toEqual([...classes.pledges, ...classes.health]);
});

it('only of feasts and of elders a note says what came later', () => {
	expect(idsOf(hasNotes).sort()).toEqual([...classes.feasts, ...classes.elders].sort());
});

it('a figure of several kinds of work says as much of a household as the one that says most', () => {
	const kinds = ['slogan', 'warning'] as const;
	expect(classOf({ source: { from: 'activities', kinds, counts: 'records' } })).toBe('stigma');
});

it('who came is counted daily only of events that no released figure is counted from', () => {
	expect(openEventKinds).toEqual(['lecture', 'performance', 'volunteer-day', 'meeting']);
});

it('donations are counted from blood drives, guests from birthday banquets, and no other released figure from events', () => {
	expect(idsOf((figure) => eventKindOf(figure) === 'blood-drive')).toEqual(classes.health);
	expect(idsOf((figure) => eventKindOf(figure) === 'birthday-banquet')).toEqual(classes.elders);
	const others = [...classes.feasts, ...classes.stigma, ...classes.pledges];
	expect(idsOf((figure) => isReleased(figure) && eventKindOf(figure) === null).sort()).toEqual(others.toSorted());
});
