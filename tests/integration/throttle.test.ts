import { beforeEach, expect, test } from 'vitest';
import { mayLookUp, noteFailedLookup, setLimits, takeSignIn, takeSignup } from '../../src/lib/server/throttle';

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
	expect(await times(9, () => mayLookUp('10.0.0.1'))).not.toContain(false);
	await times(2, () => noteFailedLookup('10.0.0.1'));
	expect(await mayLookUp('10.0.0.1')).toBe(false);
	expect(await mayLookUp('10.0.0.2')).toBe(true);
});

test('the addresses of one IPv6 network count as one', async () => {
	expect(await takeSignIn('2001:db8:1:2:3:4:5:6')).toBe(true);
	expect(await takeSignIn('2001:db8:1:2::9')).toBe(false);
	expect(await takeSignIn('2001:db8:1:3::9')).toBe(true);
});
