import { fc, test } from '../../properties';
import { expect } from 'vitest';
import { publishedPhrase, roundDown } from '$lib/domain/reviews/published-phrase';

test.each([
	[0, '0'],
	[7, '7'],
	[9, '9'],
	[10, '10'],
	[12, '10余'],
	[30, '30'],
	[32, '30余'],
	[43, '40余'],
	[200, '200'],
	[206, '200余'],
	[242, '240余'],
	[999, '990余'],
	[1000, '1000'],
	[2063, '2000余'],
	[28107, '28100余']
])('%d is published as %s', (count, phrase) => {
	expect(publishedPhrase(count)).toBe(phrase);
});

test.prop([fc.nat(1_000_000)])(
	'a phrase never claims more than there was, and says so when there was more',
	(count) => {
		const { floor, isMore } = roundDown(count);
		expect(floor).toBeLessThanOrEqual(count);
		expect(isMore).toBe(floor < count);
	}
);
