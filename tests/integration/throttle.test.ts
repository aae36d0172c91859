import { beforeEach, expect, test } from 'vitest';
import { giveLookupBack, setLimits, takeLookup, takeSignIn, takeSignup } from '../../src/lib/server/throttle';

beforeEach(() => setLimits({ signupsPer10Min: 3, lookupsPer15Min: 2, signInsPer15Min: 1 }));

const times = async <T>(count: number, act: () => Promise<T>) => {
	const answers: T[] = [];
	for (let i = 0; i < count; i++) answers.push(await act());
	return answers;
};

test('an address may send so many forms and no more; another address is not concerned', async () => {
	expect(await times(5, () => takeSignup('10.0.0.1'))).toEqual([true, true, true, false, false]);
	expect(await takeSignup('10.0.0.2')).toBe(true);
});

test('sign-ins and sign-ups are counted apart', async () => {
	expect(await times(2, () => takeSignIn('10.0.0.1'))).toEqual([true, false]);
	expect(await takeSignup('10.0.0.1')).toBe(true);
});

test('look-ups that find something are free, those that do not are counted', async () => {
	const found = async () => (await takeLookup('10.0.0.1')) && (await giveLookupBack('10.0.0.1'), true);
	expect(await times(9, found)).not.toContain(false);
	expect(await times(3, () => takeLookup('10.0.0.1'))).toEqual([true, true, false]);
	expect(await takeLookup('10.0.0.2')).toBe(true);
});

test('a burst of look-ups cannot get past the limit together', async () => {
	const answers = await Promise.all(Array.from({ length: 20 }, () => takeLookup('10.0.0.1')));
	expect(answers.filter(Boolean)).toHaveLength(2);
});

test('the addresses of one IPv6 network count as one', async () => {
	expect(await takeSignIn('2001:db8:1:2:3:4:5:6')).toBe(true);
	expect(await takeSignIn('2001:db8:1:2::9')).toBe(false);
	expect(await takeSignIn('2001:db8:1:3::9')).toBe(true);
});
