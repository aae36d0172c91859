import { expect, it } from 'vitest';
import { answersBy, isRequestLive } from '../../../src/lib/domain/shifts/shift-request';

const live = { isOpen: true, startsAt: [100, 200], isCancelled: false, now: 99 };

it('a request can be answered until one of its shifts begins', () => {
	expect(isRequestLive(live)).toBe(true);
	expect(isRequestLive({ ...live, now: 100 })).toBe(false);
	expect(isRequestLive({ ...live, startsAt: [200, 100], now: 150 })).toBe(false);
});

it('a closed one and one of a cancelled event cannot', () => {
	expect(isRequestLive({ ...live, isOpen: false })).toBe(false);
	expect(isRequestLive({ ...live, isCancelled: true })).toBe(false);
});

it('the asker takes back, the colleague accepts or declines', () => {
	expect([answersBy('accepted'), answersBy('declined'), answersBy('taken-back')]).toEqual([
		'colleague',
		'colleague',
		'asker'
	]);
});
