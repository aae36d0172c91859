import { describe, expect, test } from 'vitest';
import { decideEventState, eventKinds, isTopicOf, topicsOf, type EventTimes } from '$lib/domain/events/event';

const published: EventTimes = {
	publishedAt: 100,
	cancelledAt: null,
	completedAt: null,
	startsAt: 1000,
	endsAt: 2000,
	now: 500
};

describe('the state of an event', () => {
	test.each<[string, Partial<EventTimes>, string]>([
		['is draft until it is published', { publishedAt: null }, 'draft'],
		['stays draft when its time goes by unpublished', { publishedAt: null, now: 5000 }, 'draft'],
		['is open from publication to the first start', { now: 999 }, 'open'],
		['is open while it has no slot yet', { startsAt: null, endsAt: null }, 'open'],
		['is under way from the very moment of its start', { now: 1000 }, 'under-way'],
		['is under way up to its last moment', { now: 1999 }, 'under-way'],
		['is past from the very moment of its end', { now: 2000 }, 'past'],
		['is completed once a cadre has completed it', { completedAt: 2100, now: 2200 }, 'completed'],
		['is completed even before its last end', { completedAt: 1500, now: 1500 }, 'completed'],
		['is cancelled whatever the clock says', { cancelledAt: 600, now: 5000 }, 'cancelled'],
		['is cancelled though it was completed', { cancelledAt: 600, completedAt: 2100 }, 'cancelled'],
		['is cancelled though it never was published', { publishedAt: null, cancelledAt: 600 }, 'cancelled']
	])('%s', (_, change, state) => {
		expect(decideEventState({ ...published, ...change })).toBe(state);
	});
});

describe('topics', () => {
	test('belong to lectures and volunteer days alone', () => {
		expect(eventKinds.filter((kind) => topicsOf(kind).length > 0)).toEqual(['lecture', 'volunteer-day']);
		expect(topicsOf('lecture')).toEqual(['health', 'ideological', 'micro-talk']);
		expect(topicsOf('volunteer-day')).toEqual(['clean-up', 'small-ads-removal', 'other']);
	});

	test.each([
		['lecture', 'health', true],
		['lecture', null, false],
		['lecture', 'clean-up', false],
		['volunteer-day', 'other', true],
		['volunteer-day', 'health', false],
		['blood-drive', null, true],
		['blood-drive', 'health', false],
		['meeting', 'other', false]
	] as const)('whether a %s may have the topic %s: %s', (kind, topic, isAllowed) => {
		expect(isTopicOf(kind, topic)).toBe(isAllowed);
	});
});
