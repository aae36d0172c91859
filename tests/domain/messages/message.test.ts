import { expect, it } from 'vitest';
import { chooseChannel, pauseAfter } from '../../../src/lib/domain/messages/message';

it('a message goes by e-mail before SMS, and by telephone when neither is possible', () => {
	const all = { email: true, sms: true };
	expect(chooseChannel({ hasEmail: true, hasMobile: true }, all)).toBe('email');
	expect(chooseChannel({ hasEmail: false, hasMobile: true }, all)).toBe('sms');
	expect(chooseChannel({ hasEmail: true, hasMobile: true }, { email: false, sms: true })).toBe('sms');
	expect(chooseChannel({ hasEmail: false, hasMobile: false }, all)).toBe('call');
	expect(chooseChannel({ hasEmail: true, hasMobile: true }, { email: false, sms: false })).toBe('call');
});

it('the pauses grow, and the sixth failure is the last', () => {
	const pauses = [1, 2, 3, 4, 5].map((nth) => pauseAfter(nth)!);
	expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
	expect(pauseAfter(6)).toBeNull();
});
