import { describe, expect, test } from 'vitest';
import { instantOf } from '$lib/domain/calendar/calendar';
import { decideFeedback, placeKinds, publicSpeaker } from '$lib/domain/lectures/lecture';

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
