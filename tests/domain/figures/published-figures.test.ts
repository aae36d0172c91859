import { describe, expect, it } from 'vitest';
import { campaigns } from '../../../src/lib/domain/activities/campaign';
import { figures, figureUnits, type Figure } from '../../../src/lib/domain/figures/figure';

/** The published year by campaign: 场次, 场, 起, 次, 幅, 处, 人, 人次, 户, 毫升 as it prints them, and the figures that the campaigns add. */
const published = {
	'banquet-reform': {
		banquets: 'banquets-held banquets-declared',
		cases: 'banquets-dissuaded complaints',
		sessions:
			'deployment-meetings villagers-meetings village-rule-studies ideological-talks micro-talks arts-performances birthday-banquets caterer-inspections',
		times: 'appeal-broadcasts media-reports',
		pieces: 'slogans',
		households: 'pledges-in-force pledges-signed',
		'person-times': 'lecture-attendance elders-hosted cakes-delivered'
	},
	health: {
		sessions: 'health-lectures',
		times: 'health-services blood-and-checkups',
		'person-times': 'blood-donations first-time-donors repeat-donors',
		millilitres: 'blood-millilitres'
	},
	'defence-clean-up': {
		sessions: 'martyr-tributes defence-education defence-films clean-up-days small-ads-removals',
		places: 'defence-boards',
		times: 'waste-sorting'
	},
	governance: {
		grids: 'grids',
		people: 'grid-workers-full-time grid-workers-part-time grid-helpers',
		times: 'warnings'
	}
};

const find = (id: string) => (figures as readonly Figure[]).find((figure) => figure.id === id)!;

describe('the published figures', () => {
	it('are in the campaigns of the published year, each in its unit', () => {
		for (const [campaign, units] of Object.entries(published))
			for (const [unit, ids] of Object.entries(units))
				for (const id of ids.split(' ')) expect(find(id), id).toMatchObject({ campaign, unit });
		expect(campaigns).toEqual(Object.keys(published));
		expect(figures.filter(({ unit }) => !figureUnits.includes(unit))).toEqual([]);
	});

	it('of work that is done for its own sake have no good direction, more of all else is good but of banquets and complaints', () => {
		const neutral = [
			...['banquets-dissuaded', 'banquets-declared', 'deployment-meetings', 'appeal-broadcasts', 'slogans'],
			...['caterer-inspections', 'pledges-signed', 'martyr-tributes', 'defence-boards', 'small-ads-removals'],
			...['grids', 'grid-workers-full-time', 'grid-workers-part-time', 'grid-helpers', 'warnings', 'cakes-delivered']
		];
		const ids = Object.values(published).flatMap((units) => Object.values(units).flatMap((list) => list.split(' ')));
		const idsOf = (way: Figure['isGoodWhen']) => ids.filter((id) => find(id).isGoodWhen === way).sort();
		expect(idsOf('neutral')).toEqual(neutral.sort());
		expect(idsOf('down')).toEqual(['banquets-held', 'complaints']);
		expect(idsOf('up')).toHaveLength(ids.length - neutral.length - 2);
	});
});
