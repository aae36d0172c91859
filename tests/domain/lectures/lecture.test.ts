import { describe, expect, test } from 'vitest';
import { instantOf } from '$lib/domain/calendar/calendar';
import { decideFeedback, placeKinds, publicFeedback, publicSpeaker } from '$lib/domain/lectures/lecture';

describe('feedback', () => {
	const startsAt = instantOf('2026-03-02', '09:30');
	const endsAt = instantOf('2026-03-02', '11:00');
	const at = (on: string, time: string, isCancelled = false) =>
		decideFeedback({ startsAt, endsAt, isCancelled, now: instantOf(on, time) });

	test('is taken from the first minute until 14 days after the end', () => {
		expect(at('2026-03-02', '09:29')).toBe('not-yet');
		expect(at('2026-03-02', '09:30')).toBe('open');
		expect(at('2026-03-16', '10:59')).toBe('open');
		expect(at('2026-03-16', '11:00')).toBe('closed');
	});

	test('is not taken for a cancelled lecture, nor for one without a time', () => {
		expect(at('2026-03-02', '10:00', true)).toBe('closed');
		expect(decideFeedback({ startsAt: null, endsAt: null, isCancelled: false, now: endsAt })).toBe('not-yet');
	});
});

describe('the public', () => {
	const counts = (good: number, fair: number, poor: number) => ({ good, fair, poor });
	/** Every way in which people can have answered, with so many answers. */
	const ways = (total: number) =>
		Array.from({ length: total + 1 }, (_, good) =>
			Array.from({ length: total - good + 1 }, (_, fair) => counts(good, fair, total - good - fair))
		).flat();

	test('reads nothing of feedback that may still change, whatever it is', () => {
		for (const door of ['not-yet', 'open'] as const) expect(publicFeedback(door, counts(3, 0, 0))).toBeNull();
	});

	test('reads all faces where each was chosen by three or more or by none', () => {
		expect(publicFeedback('closed', counts(3, 0, 0))).toEqual({ total: 3, counts: counts(3, 0, 0) });
		expect(publicFeedback('closed', counts(4, 0, 3))).toEqual({ total: 7, counts: counts(4, 0, 3) });
	});

	test('reads how many there are and nothing more where one or two chose a face', () => {
		for (const few of [counts(4, 0, 1), counts(2, 5, 0), counts(1, 1, 1)])
			expect(publicFeedback('closed', few)).toEqual({ total: few.good + few.fair + few.poor, counts: null });
	});

	test('reads nothing of fewer than three answers', () => {
		for (const few of [counts(0, 0, 0), counts(1, 0, 0), counts(0, 2, 0)])
			expect(publicFeedback('closed', few)).toBeNull();
	});

	test('cannot say from a number alone how many chose any face', () => {
		for (let total = 3; total <= 12; total++) {
			const untold = ways(total).filter((way) => publicFeedback('closed', way)?.counts === null);
			for (const face of ['good', 'fair', 'poor'] as const)
				expect(new Set(untold.map((way) => way[face])).size, `${total} ${face}`).toBeGreaterThan(2);
		}
	});
});

test('a speaker is named in public only with leave; else only where they come from', () => {
	const speaker = { name: '赵甲一', from: '镇卫生院' };
	expect(publicSpeaker({ ...speaker, isNamed: true })).toBe('镇卫生院 赵甲一');
	expect(publicSpeaker({ ...speaker, isNamed: false })).toBe('镇卫生院');
	expect(publicSpeaker({ name: '赵甲一', from: '', isNamed: false })).toBe('');
});

test('the “六进” hold the two kinds the town names, 进农村 and 进院坝', () => {
	expect(placeKinds).toEqual(expect.arrayContaining(['countryside', 'courtyard']));
	expect(new Set(placeKinds).size).toBe(placeKinds.length);
});
