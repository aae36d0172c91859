import { expect, it } from 'vitest';
import { publicSlot } from '../../../src/lib/server/events/public-slot';

const slot = { id: 'a', startsAt: 0, endsAt: 1, capacity: 20, taken: 18, waiting: 0 };
const read = (over: Partial<Parameters<typeof publicSlot>[0]>) => {
	const { free, waiting } = publicSlot({ ...slot, ...over });
	return [free, waiting];
};

it('strangers read the places left exactly, and of one or two waiting parties that there are some', () => {
	expect(read({})).toEqual([2, 0]);
	expect(read({ taken: 20 })).toEqual([0, 0]);
	expect([1, 2, 3, 12].map((waiting) => read({ waiting }))).toEqual([
		[0, 'few'],
		[0, 'few'],
		[0, 3],
		[0, 12]
	]);
	expect(read({ capacity: null, taken: 1 })).toEqual([null, 0]);
	expect(Object.keys(publicSlot(slot))).toEqual(['id', 'startsAt', 'endsAt', 'free', 'waiting']);
});
