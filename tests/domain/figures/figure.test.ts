import { describe, expect, test } from 'vitest';
import { measureOf, nothingAdded } from '$lib/domain/activities/added-work';
import { isTopicOf } from '$lib/domain/events/event';
import { figures, findFigure, getFigure, wholeOf, type Figure } from '$lib/domain/figures/figure';

/** As the table of figures-2024.md lists them. */
const published = `banquets-held banquets-dissuaded deployment-meetings villagers-meetings village-rule-studies
	ideological-talks micro-talks arts-performances birthday-banquets appeal-broadcasts slogans caterer-inspections
	media-reports complaints health-lectures health-services blood-and-checkups blood-donations blood-millilitres
	first-time-donors repeat-donors martyr-tributes defence-education defence-films defence-boards clean-up-days small-ads-removals waste-sorting grids grid-workers-full-time
	grid-workers-part-time grid-helpers`.split(/\s+/);

test('the figures of the town’s published year are all there, in its order', () => {
	expect(figures.map(({ id }) => id).filter((id) => published.includes(id))).toEqual(published);
});

describe('a figure', () => {
	test('is found by its id, and an unknown id finds none', () => {
		expect(getFigure('micro-talks').source).toEqual({ from: 'events', kind: 'lecture', topic: 'micro-talk' });
		expect(getFigure('birthday-banquets').source).toEqual({ from: 'events', kind: 'birthday-banquet' });
		expect(findFigure(figures, 'no-such-figure')).toBeNull();
		expect(findFigure(figures, '')).toBeNull();
	});

	test.each(figures.map((figure): [string, Figure] => [figure.id, figure]))(
		'%s is measured and counted as its records are',
		(_, { unit, source }) => {
			if (source.from === 'activities') {
				for (const kind of source.kinds) {
					expect(measureOf(kind, nothingAdded)).toEqual({ measure: unit, counts: source.counts });
				}
			}
			if (source.from === 'events') {
				expect(unit).toBe('sessions');
				expect(isTopicOf(source.kind, source.topic ?? null)).toBe(true);
			}
			if (source.from === 'grid-members') expect(unit).toBe('people');
			if (source.from === 'birthday-guests') expect(unit).toBe('person-times');
		}
	);

	test('is shown as a part of another for disputes that were settled alone', () => {
		expect(wholeOf('disputes-settled')).toBe('disputes-received');
		const parts = figures.filter(({ id }) => wholeOf(id) !== null);
		expect(parts.map(({ id }) => id)).toEqual(['disputes-settled']);
		expect(wholeOf('added-1')).toBeNull();
	});

	test('never counts the same records as another', () => {
		const sources = figures.map(({ source }) => JSON.stringify(source));
		expect(new Set(sources).size).toBe(sources.length);
	});

	test('is good when it falls for banquets, complaints and overdue incidents alone', () => {
		expect(figures.filter(({ isGoodWhen }) => isGoodWhen === 'down').map(({ id }) => id)).toEqual([
			'banquets-held',
			'complaints',
			'incidents-overdue'
		]);
	});
});
