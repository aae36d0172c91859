import { beforeEach, expect, test } from 'vitest';
import { createThrottle, type Throttle } from '../../src/lib/server/throttle';

let throttle: Throttle;
beforeEach(() => void (throttle = createThrottle({ signupsPer10Min: 3, lookupsPer15Min: 2, signInsPer15Min: 1 })));

const times = async <T>(count: number, act: () => Promise<T>) => {
	const answers: T[] = [];
	for (let i = 0; i < count; i++) answers.push(await act());
	return answers;
};

test('an address may send so many forms and no more; another address is not concerned', async () => {
	expect(await times(5, () => throttle.takeSignup('10.0.0.1'))).toEqual([true, true, true, false, false]);
	expect(await throttle.takeSignup('10.0.0.2')).toBe(true);
});

test('sign-ins and sign-ups are counted apart', async () => {
	expect(await times(2, () => throttle.takeSignIn('10.0.0.1'))).toEqual([true, false]);
	expect(await throttle.takeSignup('10.0.0.1')).toBe(true);
});

test('look-ups that find something are free, those that do not are counted', async () => {
	const found = async () =>
		(await throttle.takeLookup('10.0.0.1')) && (await throttle.giveLookupBack('10.0.0.1'), true);
	expect(await times(9, found)).not.toContain(false);
	expect(await times(3, () => throttle.takeLookup('10.0.0.1'))).toEqual([true, true, false]);
	expect(await throttle.takeLookup('10.0.0.2')).toBe(true);
});

test('a burst of look-ups cannot get past the limit together', async () => {
	const answers = await Promise.all(Array.from({ length: 20 }, () => throttle.takeLookup('10.0.0.1')));
	expect(answers.filter(Boolean)).toHaveLength(2);
});

test('the addresses of one IPv6 network count as one', async () => {
	expect(await throttle.takeSignIn('2001:db8:1:2:3:4:5:6')).toBe(true);
	expect(await throttle.takeSignIn('2001:db8:1:2::9')).toBe(false);
	expect(await throttle.takeSignIn('2001:db8:1:3::9')).toBe(true);
});

test('two towns in one process count apart', async () => {
	const other = createThrottle({ signupsPer10Min: 1, lookupsPer15Min: 1, signInsPer15Min: 1 });
	expect(await times(2, () => other.takeSignIn('10.0.0.1'))).toEqual([true, false]);
	expect(await throttle.takeSignIn('10.0.0.1')).toBe(true);
});
